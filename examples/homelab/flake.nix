{
  description = "A homelab: Kubernetes manifests from Nix modules, sealed with SOPS";

  inputs.gantry.url = "github:gantry-k8s/gantry";

  outputs = { self, gantry }:
    let
      project = import ./gantry.nix { gantry = gantry.lib; };

      systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
      forEachSystem = make: builtins.listToAttrs (map (system: { name = system; value = make system; }) systems);
    in
    {
      # What `nix run .#manifests` evaluates: the same project as the CLI sees without a flake.
      gantry = project;

      # nix run .#manifests, .#check, .#gmanifests, …
      apps = forEachSystem (system: gantry.apps.${system});

      # nix flake check: is the tree in .k8s what the modules say? Needs no key.
      checks = forEachSystem (system: {
        manifests = gantry.lib.checkProject { inherit system; src = self; };
      });
    };
}
