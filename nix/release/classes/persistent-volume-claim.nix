# PersistentVolumeClaims for persistence items. Their shape is that of the volume type (persistence/types).
toolbox@{ lib, metadata, ... }:
let
  claim = import ../persistence/claim.nix toolbox;
in
{
  validate = _ctx: _id: _item: [ ];

  toObject = ctx: id: item:
    metadata.head ctx
      {
        apiVersion = "v1";
        kind = "PersistentVolumeClaim";
        collection = "claims";
        inherit id item;
        annotations = lib.optionalAttrs (item.retain or false) { "helm.sh/resource-policy" = "keep"; };
      }
    // { spec = claim.spec ctx [ "persistence" id ] item; };
}
