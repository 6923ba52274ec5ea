# Fields that items of several classes share.
{ lib, schema, ... }:
let
  inherit (lib) optionals;
  inherit (schema) both bool fail mapOf nullOr record string stringOrNull;
in
rec {
  texts = nullOr (mapOf stringOrNull);

  common = {
    enabled = bool;
    labels = texts;
    annotations = texts;
    forceRename = string;
    prefix = string;
    suffix = string;
  };

  # An item of a collection: the common fields and its own.
  item = { required ? { }, optional ? { } }: both [
    (record { inherit required; optional = common // optional; })
    nameIsEitherForcedOrBuilt
  ];

  nameIsEitherForcedOrBuilt = path: value:
    optionals (builtins.isAttrs value && value ? forceRename && (value ? prefix || value ? suffix))
      (fail (path ++ [ "forceRename" ]) "cannot stand beside prefix or suffix: it is the whole name");
}
