# ntfy: push messages by HTTP. Reached by everyone in the house through the ingress, at ntfy.<domain>.
{ homelab, kubenix, ... }:
let
  stateDir = "/var/lib/ntfy";
in
{
  submodules.instances.ntfy = {
    submodule = "release";

    args = {
      namespace = homelab.kubernetes.namespaces.applications;

      image = "docker.io/binwiederhier/ntfy:v2.18.0";
      arguments = [ "serve" ];
      secretName = "ntfy-secrets";

      port = 8080;
      probes = {
        liveness.path = "/v1/health";
        readiness.path = "/v1/health";
      };

      persistence = {
        size = "2Gi";
        mountPath = stateDir;
      };

      config = {
        filename = "server.yml";
        mountPath = "/etc/ntfy";
        data = {
          base-url = "https://${kubenix.lib.domainFor "ntfy"}";
          listen-http = ":8080";
          behind-proxy = true;
          auth-default-access = "deny-all";
          attachment-cache-dir = "${stateDir}/attachments";
          upstream-base-url = "https://ntfy.sh";
        };
      };

      podSecurityContext = {
        runAsUser = 1000;
        runAsGroup = 1000;
        fsGroup = 1000;
        runAsNonRoot = true;
      };
      securityContext = {
        allowPrivilegeEscalation = false;
        readOnlyRootFilesystem = true;
        capabilities.drop = [ "ALL" ];
      };

      resources = {
        requests = { cpu = "10m"; memory = "64Mi"; };
        limits.memory = "256Mi";
      };
    };
  };
}
