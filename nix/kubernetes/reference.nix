# hall/kubenix itself in the shape of Gantry's own, from its sources: put together as its flake does, but with
# the `lib` and `pkgs` of this engine.
{ lib, pkgs, source }:
let
  inherit (builtins) removeAttrs;
  inherit (lib) recursiveUpdate;

  root = source.outPath or source;
  moduleLib = lib.extend (final: _: import (root + "/lib/upstreamables.nix") { lib = final; inherit pkgs; });

  kubenix = {
    inherit evalModules;
    lib = import (root + "/lib") { inherit lib pkgs; };
    modules = import (root + "/modules");
  };

  evalModules = arguments@{ module ? null, modules ? [ module ], ... }:
    moduleLib.evalModules (recursiveUpdate
      {
        modules = modules ++ [{ _module.args = { inherit pkgs; name = "default"; }; }];
        specialArgs = { inherit pkgs kubenix; };
      }
      (removeAttrs arguments [ "module" ]));
in
kubenix
