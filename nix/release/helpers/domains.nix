{ settings, ... }:
let
  inherit (settings) helpers;
in
{
  /* domainFor : name → host name
     The name under which people open a service from outside. Needs settings.helpers.domain.

     Example: kubenix.lib.domainFor "ntfy" → "ntfy.home.example" */
  domainFor = name:
    if helpers.domain == null
    then throw "kubenix.lib.domainFor \"${name}\": the project has no domain; set settings.helpers.domain = \"home.example\" in gantry.nix"
    else "${name}.${helpers.domain}";

  /* serviceHostFor : service → namespace → host name
     The name of a Service inside the cluster.

     Example: kubenix.lib.serviceHostFor "postgres" "databases" → "postgres.databases.svc.cluster.local" */
  serviceHostFor = service: namespace: "${service}.${namespace}.svc.${helpers.clusterDomain}";
}
