# The smallest module interface that the submodule `release` can live in: it shows what the submodule defines,
# before any layer adds to it.
{ lib, release, helpers ? { } }:
let
  inherit (lib) mkOption types;
  any = default: mkOption { type = types.raw; inherit default; };

  kubenix = {
    modules = {
      submodule.options.submodule = {
        name = mkOption { type = types.str; };
        description = any "";
        version = any "";
        passthru = any { };
        args = mkOption { type = types.submodule { }; default = { }; };
      };
      k8s.options.kubernetes = {
        version = any "1.34";
        customTypes = any { };
        namespace = mkOption { type = types.nullOr types.str; default = "surrounding"; };
        objects = mkOption { type = types.listOf types.raw; default = [ ]; };
        api.resources = mkOption { type = types.lazyAttrsOf (types.lazyAttrsOf (types.lazyAttrsOf (types.lazyAttrsOf types.raw))); default = { }; };
      };
    };
    lib = helpers;
  };

  evaluate = args: (lib.evalModules {
    modules = [ release.module { submodule.args = args; _module.args.name = "demo"; } ];
    specialArgs = { inherit kubenix; };
  }).config;
in
args:
let
  inherit (evaluate args) kubernetes;
in
{
  inherit (kubernetes) namespace objects;
  resources = lib.concatMapAttrs
    (group: versions: lib.concatMapAttrs
      (version: kinds: lib.concatMapAttrs
        (kind: named: lib.mapAttrs' (name: object: { name = "${kind} ${name}"; value = object; }) named)
        kinds)
      versions)
    kubernetes.api.resources;
}
