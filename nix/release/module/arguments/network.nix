# How the application is reached.
{ lib, name, defaults }:
let
  inherit (lib) mkOption optional types;
  domain = defaults.domain or null;
in
{
  namespace = mkOption {
    type = types.nullOr types.str;
    default = null;
    description = "Namespace of the release; null for that of the surrounding module.";
    example = "applications";
  };

  port = mkOption {
    type = types.nullOr types.port;
    default = null;
    description = "Port that the application listens on, called `http`; the Service has the same. Without one there is no Service.";
    example = 8080;
  };

  extraPorts = mkOption {
    type = types.attrsOf types.port;
    default = { };
    description = "Further ports by name.";
    example = { bridge = 18790; };
  };

  serviceType = mkOption {
    type = types.enum [ "ClusterIP" "LoadBalancer" "NodePort" ];
    default = "ClusterIP";
    description = "Type of the Service.";
    example = "LoadBalancer";
  };

  serviceAnnotations = mkOption {
    type = types.attrsOf types.str;
    default = { };
    description = "Annotations of the Service, such as those of `kubenix.lib.serviceAnnotationFor`.";
    example = { "lbipam.cilium.io/ips" = "10.10.0.21"; };
  };

  hosts = mkOption {
    type = types.listOf types.str;
    default = optional (domain != null) "${name}.${domain}";
    defaultText = lib.literalExpression "[ (kubenix.lib.domainFor name) ]";
    description = ''
      Host names of the ingress: by default the release's name below the project's domain, when it has one. An empty
      list, a release without port, or `values.ingress.main.enabled = false` gives no ingress.
    '';
    example = [ "push.home.example" ];
  };

  ingressClass = mkOption {
    type = types.nullOr types.str;
    default = defaults.ingressClass or null;
    defaultText = lib.literalExpression "kubenix.lib.defaults.ingressClass";
    description = "Class of the ingress; null for the cluster's default.";
    example = "nginx";
  };

  ingressAnnotations = mkOption {
    type = types.attrsOf types.str;
    default = { };
    description = "Annotations of the ingress.";
    example = { "cert-manager.io/cluster-issuer" = "letsencrypt"; };
  };

  tlsSecret = mkOption {
    type = types.nullOr types.str;
    default = defaults.tlsSecret or null;
    defaultText = lib.literalExpression "kubenix.lib.defaults.tlsSecret";
    description = "Secret with the certificate of the ingress; null for an ingress without TLS.";
    example = "wildcard-tls";
  };
}
