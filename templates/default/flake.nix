{
  description = "Kubernetes manifests from Nix modules";

  inputs.gantry.url = "github:gantry-k8s/gantry";

  # nix run .#manifests, nix run .#check, nix flake check, nix develop
  outputs = { gantry, ... }: gantry.lib.mkFlake { folder = ./.; };
}
