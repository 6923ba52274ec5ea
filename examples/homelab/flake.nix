{
  description = "A homelab: Kubernetes manifests from Nix modules, sealed with SOPS";

  # Wherever you got Gantry from.
  inputs.gantry.url = "github:gantry-k8s/gantry";

  outputs =
    { gantry, ... }:
    let
      project = import ./gantry.nix { gantry = gantry.lib; };

      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      forSystems =
        make:
        builtins.listToAttrs (
          map (system: {
            name = system;
            value = make system;
          }) systems
        );
    in
    {
      # What `nix run .#manifests` evaluates: the same project that the CLI sees without a flake.
      gantry = project;

      # nix run .#manifests, .#check, .#gmanifests, …
      apps = forSystems (system: gantry.lib.mkApps { inherit system; });

      # nix flake check: does .k8s say what the modules say? It needs no key.
      checks = forSystems (
        system:
        gantry.lib.mkChecks {
          inherit system;
          gantry = project;
          project = ./.;
        }
      );
    };
}
