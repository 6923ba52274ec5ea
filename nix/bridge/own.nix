# The option trees that Gantry makes its own TypeScript from: name of the file in generated/ → IR.
# scripts/generate-bridge.mjs evaluates `targets`.
{ lib }:
let
  inherit (builtins) mapAttrs;
  optionsToIR = import ./options.nix { inherit lib; };
  declaredIn = module: (lib.evalModules { modules = [ module ]; }).options;
in
{
  targets = mapAttrs (_: optionsToIR) {
    bundle = import ./contract.nix { inherit lib; };
    ir = import ./ir-contract.nix { inherit lib; };
    project = declaredIn ../project/options.nix;
    release = import ../release/module/arguments.nix { inherit lib; } { name = "<name>"; defaults = { }; };
  };
}
