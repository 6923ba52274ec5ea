# The addresses that Cilium hands out to Services of type LoadBalancer.
{ homelab, ... }:
{
  imports = [ ./_crds.nix ];

  kubernetes.resources.ciliumLoadBalancerIPPools.homelab.spec.blocks = [
    { inherit (homelab.kubernetes.loadBalancer.range) start stop; }
  ];
}
