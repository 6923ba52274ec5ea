# Gantry's kubenix: the module interface of hall/kubenix, with freeform resources, no build and no network.
# `release.render` turns values of the app-template chart into objects.
{ lib, pkgs, release ? import ../release { inherit lib; } }:
let
  inherit (builtins) removeAttrs;
  inherit (lib) genAttrs;

  modules = {
    base = ./modules/base.nix;
    k8s = ./modules/k8s.nix;
    submodule = ./modules/submodule.nix;
    # Not wrapped: how deep a module stands among the imports decides the order of what it defines.
    submodules = import ./modules/submodules.nix { inherit layer; };
    helm = import ./modules/helm.nix { inherit (release) render; };
    docker = ./modules/docker.nix;
    docker-image-from-package = ./modules/docker.nix;
  } // genAttrs [ "istio" "test" "testing" ] (name: throw ''
    kubenix.modules.${name}: not in Gantry's kubenix layer.
    Leave the import out, or use `gantry.override { kubenix = …; lib = …; pkgs = …; }` with the real ones.'');

  # The layer as it is where nobody defines anything; shared by all evaluations.
  layer = (evalModules { module = modules.k8s; }).config;

  kubenix = { inherit modules evalModules; lib = import ./lib { inherit lib; }; };

  # As `lib.evalModules`, with `kubenix` and `pkgs` as arguments of every module. Special arguments that the
  # caller gives win over these. `module` is short for a single one, which is then called "default".
  evalModules = arguments@{ module ? null, modules ? [ module ], specialArgs ? { }, ... }:
    lib.evalModules (removeAttrs arguments [ "module" ] // {
      modules = modules ++ (if arguments ? modules then [ ] else [{ _module.args.name = "default"; }]);
      specialArgs = {
        inherit pkgs kubenix;
        lib = lib // import ./lib/upstreamables.nix { inherit lib; };
      } // specialArgs;
    });
in
kubenix
