# The option trees that Gantry makes its own TypeScript from: name of the file in generated/ → IR.
# scripts/generate-bridge.mjs evaluates `targets`.
{ lib }:
let
  optionsToIR = import ./options.nix { inherit lib; };
in
{
  targets = {
    bundle = optionsToIR (import ./contract.nix { inherit lib; });
  };
}
