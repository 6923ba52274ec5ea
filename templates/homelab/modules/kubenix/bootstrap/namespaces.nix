# The namespaces of this homelab, from its facts.
{ homelab, lib, ... }:
let
  inherit (lib) attrValues genAttrs;
in
{
  kubernetes.resources.namespaces = genAttrs (attrValues homelab.namespaces) (_name: { });
}
