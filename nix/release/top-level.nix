# The shape of what stands beside the collections: global settings and pod defaults. Unknown names at the top level
# are let through: values files hold YAML anchors there.
{ schema, pod, fromFolder, ... }:
let
  inherit (schema) bool enum map nullOr record stringOrNull mapOf;

  global = record {
    open = true;
    optional = {
      nameOverride = stringOrNull;
      fullnameOverride = stringOrNull;
      alwaysAppendIdentifierToResourceName = bool;
      propagateGlobalMetadataToPods = bool;
      labels = nullOr (mapOf stringOrNull);
      annotations = nullOr (mapOf stringOrNull);
    };
  };

  shape = record {
    open = true;
    optional = {
      inherit global;
      nameOverride = stringOrNull;
      fullnameOverride = stringOrNull;
      defaultPodOptions = pod.shape;
      defaultPodOptionsStrategy = enum [ "overwrite" "merge" ];
      rbac = record { optional = { roles = map; bindings = map; }; };
      configMapsFromFolder = fromFolder.shape;
    };
  };
in
{
  shape = shape [ ];
}
