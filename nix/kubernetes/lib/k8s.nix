# `kubenix.lib.k8s`: small helpers that modules use to write resources.
{ lib }:
let
  inherit (builtins) hashString mapAttrs substring;
  inherit (lib) id mkOption optionalAttrs recursiveUpdate types;
  toJSON = import ../../floats/to-json.nix (import ../../floats).json;
  objects = import ../objects.nix { inherit lib; };

  # "<name>-<hash of data>", so that a new content is a new name.
  mkNameHash = { name, data, length ? 10 }: "${name}-${substring 0 length (hashString "sha1" (toJSON data))}";
in
{
  inherit mkNameHash;
  inherit (import ./numbers.nix { inherit lib; }) octalToDecimal;
  toBase64 = import ./base64.nix { inherit lib; };

  # An option that names a key of a Secret; `secretToEnv` turns its value into the source of a variable.
  mkSecretOption = { description ? "", default ? { }, allowNull ? true }:
    let
      part = name: what: mkOption ({
        description = what;
        type = types.str;
      } // optionalAttrs (default ? ${name}) { default = default.${name}; });
    in
    mkOption {
      inherit description;
      type = (if allowNull then types.nullOr else id) (types.submodule {
        options = {
          name = part "name" "Name of the Secret.";
          key = part "key" "Key in the Secret.";
        };
      });
      default = if default == null then null else { };
    };

  secretToEnv = value: {
    valueFrom.secretKeyRef = { inherit (value) name key; };
  };

  mkList = { items, labels ? { } }: objects.list { inherit items labels; addHash = false; };
  mkHashedList = { items, labels ? { } }: objects.list { inherit items labels; addHash = true; };

  # The name of a resource in Nix stays, so that others can refer to it; the name it is applied under changes.
  injectHashedNames = mapAttrs (name: resource:
    recursiveUpdate resource {
      metadata.name = mkNameHash { inherit name; data = resource.data or null; };
    });
}
