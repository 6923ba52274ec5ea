# What this repository is, for Gantry. Everything else is in config/ (facts) and modules/kubenix/ (applications).
{ gantry, ... }:
let
  # The facts, checked against their types.
  homelab = (gantry.lib.evalModules { modules = [ ./config/options.nix ./config ]; }).config;
in
gantry.mkProject {
  root = ./modules/kubenix;
  project = "homelab";

  # Modules receive the facts about this homelab as the argument `homelab`.
  specialArgs = { inherit homelab; };

  # `gantry codegen` writes their types for TypeScript; scripts/report.ts uses them.
  codegen.homelab = { options = ./config/options.nix; out = "generated/homelab.ts"; };

  settings = {
    # The secrets of this example are for show: their key is in keys/demo-only.agekey, for everyone to read.
    # A repository of your own has neither of these two lines.
    demo = true;
    ageKeyFile = "keys/demo-only.agekey";

    # What the helpers of kubenix.lib (secretsFor, domainFor, serviceAnnotationFor, …) know about the cluster.
    helpers = {
      inherit (homelab) domain;
      inherit (homelab.kubernetes) storageClass ingressClass tlsSecret;
      loadBalancer = { inherit (homelab.kubernetes.loadBalancer) addresses sharingKey; };
    };

    # Made in the cluster, not by this repository: the certificate that all ingresses share.
    external.secrets = [ "*/${homelab.kubernetes.tlsSecret}" ];
  };
}
