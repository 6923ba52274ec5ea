# The spec that PersistentVolumeClaims and volumeClaimTemplates share.
{ lib, value, ... }:
let
  inherit (lib) optionalAttrs;
  inherit (value) isEmpty;
in
{
  # `-` is the empty storage class: no provisioning. path: where the item stands, for templates inside.
  spec = ctx: path: item:
    let
      class = item.storageClass or "";
      evaluated = name: optionalAttrs (!isEmpty (item.${name} or null)) {
        ${name} = ctx.tplDeep (path ++ [ name ]) item.${name};
      };
    in
    {
      accessModes = [ item.accessMode ];
      resources.requests.storage = item.size;
    }
    // optionalAttrs (class != "") { storageClassName = if class == "-" then "" else class; }
    // value.pick [ "volumeName" ] item
    // evaluated "dataSource"
    // evaluated "dataSourceRef";
}
