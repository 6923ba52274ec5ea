# What this repository is, for Gantry. Facts are in config/, applications in modules/kubenix/.
{ gantry, ... }:
let
  homelab = import ./config;
in
gantry.mkProject {
  root = ./modules/kubenix;
  project = "homelab";

  # Modules receive the facts as the argument `homelab`.
  specialArgs = { inherit homelab; };

  settings.helpers = {
    inherit (homelab) domain storageClass ingressClass tlsSecret;
  };

  # Made in the cluster, not by this repository: the certificate that all ingresses share.
  settings.external.secrets = [ "*/${homelab.tlsSecret}" ];
}
