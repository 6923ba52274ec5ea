# Not in use at the moment: a module whose name starts with an underscore is skipped. Rename it to bring it back.
{ homelab, ... }:
{
  submodules.instances.uptime-kuma = {
    submodule = "release";

    args = {
      namespace = homelab.kubernetes.namespaces.applications;
      image = "docker.io/louislam/uptime-kuma:1.23.16";
      port = 3001;
      persistence = {
        size = "4Gi";
        mountPath = "/app/data";
      };
    };
  };
}
