# The cluster: what applications need to know to fit in.
{
  namespaces = {
    applications = "applications";
    databases = "databases";
    ingress = "ingress-system";
  };

  storageClass = "rook-ceph-block";
  ingressClass = "nginx";

  # A wildcard certificate, copied into every namespace.
  tlsSecret = "wildcard-tls";

  loadBalancer = {
    # Addresses that Cilium may give to Services.
    range = { start = "10.10.0.20"; stop = "10.10.0.39"; };

    # Services under one key may share an address, as long as their ports differ.
    sharingKey = "homelab";

    addresses = {
      ingress = "10.10.0.20";
      openclaw = "10.10.0.21";
    };
  };
}
