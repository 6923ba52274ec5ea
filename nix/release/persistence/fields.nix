# Fields that several volume types share.
{ schema, ... }:
let
  inherit (schema) bool int listOf mapOf record string;

  mount = record {
    optional = {
      path = string;
      subPath = string;
      subPathExpr = string;
      readOnly = bool;
      mountPropagation = string;
    };
  };
in
rec {
  mounts = listOf mount;

  common = {
    enabled = bool;
    type = string;
    globalMounts = mounts;
    advancedMounts = mapOf (mapOf mounts);
  };

  shape = { required ? { }, optional ? { } }: record { inherit required; optional = common // optional; also = [ "mountPath" ]; };

  # Files out of a ConfigMap or Secret.
  projection = {
    defaultMode = int;
    items = listOf (record { open = true; optional = { key = string; path = string; mode = int; }; });
  };
}
