{
  description = "Kubernetes manifests from Nix modules: evaluated, validated, sealed with SOPS";

  # Used lazily, for Node and packaging alone: `lib`, `gantry` and `bundle` evaluate without it.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.05";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      forSystems =
        outputsFor:
        builtins.listToAttrs (
          map (name: {
            inherit name;
            value = outputsFor nixpkgs.legacyPackages.${name};
          }) systems
        );

      gantry = import ./nix;
      packaging = import ./packaging;
      example = import ./examples/homelab/gantry.nix { inherit gantry; };
    in
    {
      lib = gantry // {
        mkApps = packaging.mkApps nixpkgs;
        mkChecks = packaging.mkChecks nixpkgs;
      };

      # The example, so that the commands that name a flake work on this one too.
      gantry = example;
      inherit (example) bundle;

      packages = forSystems (pkgs: rec {
        default = packaging.package pkgs;
        # Nix reads `.#gantry.bundle` as packages.<system>.gantry.bundle first. So what the output
        # `gantry` has is here too, behind attribute names that are known without nixpkgs.
        gantry = {
          type = "derivation";
          outputs = [ "out" ];
          inherit (default)
            name
            drvPath
            outPath
            outputName
            system
            meta
            ;
        }
        // example;
      });

      apps = forSystems (pkgs: packaging.mkApps nixpkgs {
          inherit pkgs;
          flakeRef = null;
        });

      checks = forSystems (
        pkgs:
        packaging.mkChecks nixpkgs {
          inherit pkgs;
          gantry = example;
          project = ./examples/homelab;
        }
      );
    };
}
