# The option trees that Gantry makes its own TypeScript from: name of the file in generated/ → IR.
# scripts/generate-bridge.mjs evaluates `targets`.
{ lib }:
let
  optionsToIR = import ./options.nix { inherit lib; };
  settings = lib.evalModules { modules = [ ../project/settings.nix ]; };
in
{
  targets = {
    bundle = optionsToIR (import ./contract.nix { inherit lib; });
    settings = optionsToIR settings.options.settings;
  };
}
