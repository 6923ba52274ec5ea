# Which workloads are replaced when a Secret changes. The checksum that does it stands for ciphertext, so it is
# added after the Secrets are sealed; Nix only says who rolls on what.
{ lib, ... }:
let
  inherit (lib) mkOption types;

  workload.options = {
    kind = mkOption {
      type = types.enum [ "DaemonSet" "Deployment" "StatefulSet" ];
      description = "Kind of the workload.";
    };
    namespace = mkOption {
      type = types.nullOr types.str;
      default = null;
      description = "Its namespace, which is that of the Secrets too.";
    };
    name = mkOption {
      type = types.str;
      description = "Its name.";
    };
    secrets = mkOption {
      type = types.listOf (types.strMatching "[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?");
      description = "Names of the Secrets, at most 63 characters each: they become names of annotations.";
    };
  };
in
{
  options.manifest.rolls = mkOption {
    type = types.listOf (types.submodule workload);
    default = [ ];
    example = [ { kind = "Deployment"; namespace = "apps"; name = "ntfy"; secrets = [ "ntfy-secrets" ]; } ];
    description = ''
      Workloads whose pods are replaced when one of the named Secrets changes: their pod template gets
      `checksum/<secret>`, made of the Secret's ciphertext. `rollOnSecretChange` of a release adds to this list.
    '';
  };
}
