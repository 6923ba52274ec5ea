# ntfy: push messages by HTTP, at ntfy.<domain>.
{ homelab, kubenix, ... }:
{
  submodules.instances.ntfy = {
    submodule = "release";

    args = {
      namespace = homelab.namespaces.applications;
      image = "docker.io/binwiederhier/ntfy:v2.18.0";
      arguments = [ "serve" ];
      port = 8080;

      # The Secret of ntfy-secrets.enc.nix, as environment.
      secretName = "ntfy-secrets";

      persistence = {
        size = "2Gi";
        mountPath = "/var/lib/ntfy";
      };

      config = {
        filename = "server.yml";
        mountPath = "/etc/ntfy";
        data = {
          base-url = "https://${kubenix.lib.domainFor "ntfy"}";
          listen-http = ":8080";
          behind-proxy = true;
        };
      };
    };
  };
}
