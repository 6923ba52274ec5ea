{ lib, settings }:
let
  inherit (lib) optionalAttrs;
  inherit (settings.helpers) ingressClass tlsSecret;
  inherit (import ./domains.nix { inherit lib settings; }) domainFor;

  tls = host: optionalAttrs (tlsSecret != null) { tls = [ { hosts = [ host ]; secretName = tlsSecret; } ]; };
  class = optionalAttrs (ingressClass != null);
in
{
  /* ingressFor : name → ingress values
     An ingress under the name's domain, as app-template and most charts take it: hosts with paths. With
     app-template the paths go to the only Service.

     Example: values.ingress.main = kubenix.lib.ingressFor "ntfy";
              → { enabled = true; className = "nginx"; hosts = [ { host = "ntfy.home.example"; paths = [ … ]; } ]; tls = [ … ]; } */
  ingressFor = name:
    let host = domainFor name; in
    {
      enabled = true;
      hosts = [ { inherit host; paths = [ { path = "/"; pathType = "Prefix"; } ]; } ];
    } // class { className = ingressClass; } // tls host;

  /* ingressDomainFor : name → ingress values
     The same for charts whose hosts are plain names (Grafana, Prometheus and others).

     Example: values.ingress = kubenix.lib.ingressDomainFor "grafana";
              → { enabled = true; ingressClassName = "nginx"; hosts = [ "grafana.home.example" ]; tls = [ … ]; } */
  ingressDomainFor = name:
    let host = domainFor name; in
    {
      enabled = true;
      hosts = [ host ];
    } // class { ingressClassName = ingressClass; } // tls host;
}
