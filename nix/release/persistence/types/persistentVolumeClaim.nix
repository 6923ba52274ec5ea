# A PersistentVolumeClaim: one that exists, or one made for the item (classes/persistent-volume-claim.nix).
toolbox@{ schema, kubernetes, fields, value, ... }:
let
  inherit (schema) bool both filled string;
  inherit (value) isEmpty;
  own = import ../fields.nix toolbox;

  existing = own.shape { required.existingClaim = string; };

  made = both [
    (own.shape {
      required = {
        accessMode = filled;
        size = filled;
      };
      optional = fields.common // {
        existingClaim = string;
        storageClass = string;
        volumeName = string;
        dataSource = kubernetes.dataSource;
        dataSourceRef = kubernetes.dataSource;
        retain = bool;
      };
    })
    fields.nameIsEitherForcedOrBuilt
  ];
in
{
  shape = path: item: (if isEmpty (item.existingClaim or null) then made else existing) path item;

  findings = _ctx: _path: _item: [ ];

  mountPath = _item: null;

  volume = ctx: id: item: {
    persistentVolumeClaim.claimName =
      if isEmpty (item.existingClaim or null) then ctx.names.claims.${id} else item.existingClaim;
  };
}
