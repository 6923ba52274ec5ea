{ lib, settings }:
let
  inherit (lib) attrNames concatStringsSep optionalAttrs;
  inherit (settings.helpers.loadBalancer) addresses sharingKey;

  addressOf = name: addresses.${name} or (throw (
    "kubenix.lib.serviceAnnotationFor \"${name}\": there is no address for it; set settings.helpers.loadBalancer.addresses.${name} in gantry.nix"
    + (if addresses == { } then "" else " (there are addresses for ${concatStringsSep ", " (attrNames addresses)})")
  ));
in
rec {
  /* serviceAnnotationFor : name → annotations
     Annotations by which Cilium gives a LoadBalancer Service its address, and lets Services share one when
     settings.helpers.loadBalancer.sharingKey is set.

     Example: serviceAnnotations = kubenix.lib.serviceAnnotationFor "openclaw";
              → { "lbipam.cilium.io/ips" = "10.10.0.21"; "lbipam.cilium.io/sharing-key" = "homelab"; } */
  serviceAnnotationFor = name:
    { "lbipam.cilium.io/ips" = addressOf name; }
    // optionalAttrs (sharingKey != null) { "lbipam.cilium.io/sharing-key" = sharingKey; };

  /* plainServiceFor : name → service values
     A Service of type LoadBalancer with its address, in the form that charts and app-template take.

     Example: values.service.main = kubenix.lib.plainServiceFor "openclaw";
              → { enabled = true; type = "LoadBalancer"; annotations = { … }; } */
  plainServiceFor = name: {
    enabled = true;
    type = "LoadBalancer";
    annotations = serviceAnnotationFor name;
  };
}
