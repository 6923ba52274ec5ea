# The volume that keeps the application's data.
{ lib }:
let
  inherit (lib) mkOption types;

  volumeWith = storageClass: types.nullOr (types.submodule {
    # Whatever else an app-template persistence item takes: type, globalMounts, advancedMounts, retain, …
    freeformType = types.attrsOf types.anything;

    options = {
      enabled = mkOption {
        type = types.bool;
        default = true;
        description = "Whether there is a volume.";
        example = false;
      };
      size = mkOption {
        type = types.nullOr types.str;
        default = null;
        description = "Size of the claim.";
        example = "10Gi";
      };
      storageClass = mkOption {
        type = types.nullOr types.str;
        default = storageClass;
        defaultText = lib.literalExpression "kubenix.lib.defaults.storageClass";
        description = "Storage class of the claim; null for the cluster's default, `-` for none.";
        example = "rook-ceph-block";
      };
      accessMode = mkOption {
        type = types.enum [ "ReadWriteOnce" "ReadOnlyMany" "ReadWriteMany" "ReadWriteOncePod" ];
        default = "ReadWriteOnce";
        description = "Who may mount the volume.";
        example = "ReadWriteMany";
      };
      existingClaim = mkOption {
        type = types.nullOr types.str;
        default = null;
        description = "A claim that exists already, in place of one made here.";
        example = "media";
      };
      mountPath = mkOption {
        type = types.nullOr types.str;
        default = null;
        description = "Where the container sees the volume; null for /data or what `globalMounts` says.";
        example = "/home/node/.openclaw";
      };
    };
  });

  # Made once where the project says nothing about storage classes.
  volume = volumeWith null;
in
{ defaults, ... }:
{
  persistence = mkOption {
    type = if defaults ? storageClass then volumeWith defaults.storageClass else volume;
    default = null;
    description = ''
      A volume of the application's own: a PersistentVolumeClaim called like the release. Other names of an
      app-template persistence item may stand here too; further volumes go into `values.persistence`.
    '';
    example = { size = "10Gi"; storageClass = "rook-ceph-block"; mountPath = "/data"; };
  };
}
