/* Helpers for a homelab: what `kubenix.lib` has beside kubenix's own. `settings` are those of mkProject; the
   helpers read `settings.helpers`. A project's own helpers go into specialArgs and win over these. */
{ lib, settings }:
let
  files = [
    ./defaults.nix
    ./secrets.nix
    ./domains.nix
    ./load-balancer.nix
    ./ingress.nix
    ./yaml.nix
  ];
in
lib.foldl' (helpers: file: helpers // import file { inherit lib settings; }) { } files
