# How the application is reached.
{ lib }:
let
  inherit (lib) mkOption optional types;

  # Types are made once, not for every instance.
  text = types.nullOr types.str;
  texts = types.attrsOf types.str;
  port = types.nullOr types.port;
  ports = types.attrsOf types.port;
  hosts = types.listOf types.str;
  serviceType = types.enum [ "ClusterIP" "LoadBalancer" "NodePort" ];
in
{ name, defaults }:
let
  domain = defaults.domain or null;
in
{
  namespace = mkOption {
    type = text;
    default = null;
    description = "Namespace of the release; null for that of the surrounding module.";
    example = "applications";
  };

  port = mkOption {
    type = port;
    default = null;
    description = "Port that the application listens on, called `http`; the Service has the same. Without one there is no Service.";
    example = 8080;
  };

  extraPorts = mkOption {
    type = ports;
    default = { };
    description = "Further ports by name.";
    example = { bridge = 18790; };
  };

  serviceType = mkOption {
    type = serviceType;
    default = "ClusterIP";
    description = "Type of the Service.";
    example = "LoadBalancer";
  };

  serviceAnnotations = mkOption {
    type = texts;
    default = { };
    description = "Annotations of the Service, such as those of `kubenix.lib.serviceAnnotationFor`.";
    example = { "lbipam.cilium.io/ips" = "10.10.0.21"; };
  };

  hosts = mkOption {
    type = hosts;
    default = optional (domain != null) "${name}.${domain}";
    defaultText = lib.literalExpression "[ (kubenix.lib.domainFor name) ]";
    description = ''
      Host names of the ingress: by default the release's name below the project's domain, when it has one. An empty
      list, a release without port, or `values.ingress.main.enabled = false` gives no ingress.
    '';
    example = [ "push.home.example" ];
  };

  ingressClass = mkOption {
    type = text;
    default = defaults.ingressClass or null;
    defaultText = lib.literalExpression "kubenix.lib.defaults.ingressClass";
    description = "Class of the ingress; null for the cluster's default.";
    example = "nginx";
  };

  ingressAnnotations = mkOption {
    type = texts;
    default = { };
    description = "Annotations of the ingress.";
    example = { "cert-manager.io/cluster-issuer" = "letsencrypt"; };
  };

  tlsSecret = mkOption {
    type = text;
    default = defaults.tlsSecret or null;
    defaultText = lib.literalExpression "kubenix.lib.defaults.tlsSecret";
    description = "Secret with the certificate of the ingress; null for an ingress without TLS.";
    example = "wildcard-tls";
  };
}
