{ settings, ... }:
{
  /* defaults : { domain; storageClass; ingressClass; tlsSecret; … }
     What the cluster uses where a module says nothing; null where the project has not set it.

     Example: storageClassName = kubenix.lib.defaults.storageClass; */
  defaults = {
    inherit (settings.helpers) domain clusterDomain storageClass ingressClass tlsSecret;
  };
}
