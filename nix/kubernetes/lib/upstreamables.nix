# What kubenix adds to the `lib` that its modules receive.
{ lib }:
let
  needsBuild = name: instead: throw "lib.${name} needs a build during evaluation; ${instead}";
in
{
  inherit (import ./numbers.nix { inherit lib; }) exp octalToDecimal;
  toBase64 = import ./base64.nix { inherit lib; };
  importYAML = path: needsBuild "importYAML" "list ${toString path} in `kubernetes.imports`, or keep the data as JSON and use `lib.importJSON`.";
  toYAML = _: needsBuild "toYAML" "use `kubenix.lib.toYamlStr`.";
  toMultiDocumentYaml = name: _: needsBuild "toMultiDocumentYaml" "`gantry gmanifests --out DIR` writes the YAML files.";
}
