# Fields that several volume types share.
{ schema, ... }:
let
  inherit (schema) bool enum int listOf mapOf record string;

  mount = record {
    optional = {
      path = string;
      subPath = string;
      subPathExpr = string;
      readOnly = bool;
      mountPropagation = enum [ "None" "HostToContainer" "Bidirectional" ];
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

  shape = { required ? { }, optional ? { } }: record { inherit required; optional = common // optional; };

  # Files out of a ConfigMap or Secret.
  projection = {
    defaultMode = int;
    items = listOf (record { required = { key = string; path = string; }; optional.mode = int; });
  };

}
