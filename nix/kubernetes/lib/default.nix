# `kubenix.lib`.
{ lib }:
{
  k8s = import ./k8s.nix { inherit lib; };
  helm = import ./helm.nix { };
}
