/* What an instance of `release` hands on, without evaluating a module for it: { args; objects; rolls; }. `objects` is
   null where only the module tells them. The module gives the same (test/nix/release/direct.test.ts); it takes three
   times as long.

   name, loc, definitions   of the instance and of its arguments
   kubernetes               what the surrounding module hands down: { version; namespace; project; } */
{ lib, about, arguments, rendered, rollsOf }:
let
  inherit (lib) types;
  settle = import ../../kubernetes/settled.nix { inherit lib; };
in
{ kubenix, name, loc, definitions, kubernetes }:
let
  args = (types.submodule { options = arguments { inherit name; defaults = kubenix.lib.defaults or { }; }; }).merge (loc ++ [ "args" ]) definitions;

  namespace = if args.namespace != null then args.namespace else kubernetes.namespace;

  placed = rendered {
    inherit name args;
    definitions = map (definition: definition.value) definitions;
    kubernetes = { inherit (kubernetes) version; inherit namespace; customTypes = { }; };
  };

  objects = settle {
    inherit (kubernetes) version order;
    inherit (placed) resources others;
    metadata = {
      inherit namespace;
      labels = {
        "kubenix/module-instance" = name;
        "kubenix/module-name" = about.name;
        "kubenix/module-version" = about.version;
      };
      annotations = {
        "kubenix/project-name" = kubernetes.project;
        "kubenix/k8s-version" = kubernetes.version;
      };
    };
  };
in
{
  inherit args objects;
  rolls = if args.rollOnSecretChange then rollsOf objects else [ ];
}
