# Kinds that Kubernetes does not know by itself. Modules that use one import this file; the leading underscore keeps
# it from becoming a manifest of its own.
{
  kubernetes.customTypes.ciliumLoadBalancerIPPools = {
    group = "cilium.io";
    version = "v2alpha1";
    kind = "CiliumLoadBalancerIPPool";
    attrName = "ciliumLoadBalancerIPPools";
  };
}
