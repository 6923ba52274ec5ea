# How and where the pod runs.
{ lib }:
let
  inherit (lib) mkOption types;

  tree = description: example: mkOption {
    type = types.attrsOf types.anything;
    default = { };
    inherit description example;
  };
in
{
  priorityClassName = mkOption {
    type = types.nullOr types.str;
    default = null;
    description = "Priority class of the pod.";
    example = "homelab-critical";
  };

  serviceAccount = mkOption {
    type = types.bool;
    default = true;
    description = "Whether the pod has a service account of its own, called like the release.";
    example = false;
  };

  podSecurityContext = tree "Security context of the pod." {
    runAsUser = 1000;
    runAsGroup = 1000;
    fsGroup = 1000;
    runAsNonRoot = true;
  };

  nodeSelector = mkOption {
    type = types.attrsOf types.str;
    default = { };
    description = "Labels that a node must have.";
    example = { "kubernetes.io/arch" = "amd64"; };
  };

  affinity = tree "Affinity of the pod, as Kubernetes has it." {
    podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution = [
      { topologyKey = "kubernetes.io/hostname"; labelSelector.matchLabels.app = "ntfy"; }
    ];
  };

  tolerations = mkOption {
    type = types.listOf (types.attrsOf types.anything);
    default = [ ];
    description = "Taints that the pod puts up with.";
    example = [ { key = "gpu"; operator = "Exists"; effect = "NoSchedule"; } ];
  };
}
