{
  description = "A homelab: Kubernetes manifests from Nix modules, sealed with SOPS";

  # Wherever you got Gantry from.
  inputs.gantry.url = "github:gantry-k8s/gantry";

  # nix run .#manifests, .#check, .#secrets, …; nix flake check; nix develop
  outputs = { gantry, ... }: gantry.lib.mkFlake { folder = ./.; };
}
