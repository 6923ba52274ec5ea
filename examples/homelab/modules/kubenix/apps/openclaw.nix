# OpenClaw, an assistant with a gateway of its own. It keeps its state on a volume and is reached at a fixed address.
{ homelab, kubenix, ... }:
let
  dataDir = "/home/node/.openclaw";
  port = 18789;
in
{
  # Its configuration is private too: the manifest is encrypted, the data of the ConfigMap with it.
  manifest.encrypt = true;

  submodules.instances.openclaw = {
    submodule = "release";

    args = {
      namespace = homelab.kubernetes.namespaces.applications;

      image = {
        repository = "ghcr.io/openclaw/openclaw";
        tag = "latest";
        digest = "sha256:a02b8193cc9d985dce3479eb1986a326f1e28253275b1c43491ac7923d6167e5";
      };
      command = [ "node" "dist/index.js" "gateway" "--allow-unconfigured" ];
      secretName = "openclaw-secrets";

      # One pod, openclaw-0, that keeps its name and its volume.
      controllerType = "StatefulSet";
      replicas = 1;

      inherit port;
      extraPorts.bridge = 18790;
      serviceType = "LoadBalancer";
      serviceAnnotations = kubenix.lib.serviceAnnotationFor "openclaw";

      persistence = {
        size = "10Gi";
        inherit (homelab.kubernetes) storageClass;
        accessMode = "ReadWriteOnce";
        mountPath = dataDir;
      };

      config = {
        filename = "openclaw.json";
        mountPath = dataDir;
        data = {
          gateway = {
            inherit port;
            bind = "0.0.0.0";
          };
          logging.level = "info";
        };
      };

      resources = {
        requests = { cpu = "100m"; memory = "512Mi"; };
        limits.memory = "2Gi";
      };

      # The gateway has an address of its own and needs no ingress.
      values.ingress.main.enabled = false;
    };
  };
}
