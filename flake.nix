{
  description = "Kubernetes manifests from Nix modules: evaluated, validated, sealed with SOPS";

  # Used lazily, for Node and packaging alone: `lib`, `gantry` and `bundle` evaluate without it.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.05";

  outputs =
    { self, nixpkgs }:
    let
      gantry = import ./nix;
      packaging = import ./packaging;
      lib = packaging.lib nixpkgs gantry;
      example = import ./examples/homelab/gantry.nix { inherit gantry; };

      forSystems =
        outputsFor:
        builtins.listToAttrs (
          map (name: {
            inherit name;
            value = outputsFor nixpkgs.legacyPackages.${name};
          }) packaging.systems
        );
    in
    {
      inherit lib;
      flakeModules.default = packaging.flakeModule nixpkgs gantry;

      # The example, so that the commands that name a flake work on this one too.
      gantry = example;
      inherit (example) bundle;

      packages = forSystems (pkgs: {
        default = packaging.package pkgs;
        gantry = packaging.packageOfProject pkgs example;
      });

      overlays.default = final: _prev: { gantry = packaging.package final; };

      apps = forSystems (
        pkgs:
        lib.mkApps {
          inherit pkgs;
          flakeRef = null;
        }
      );

      checks = forSystems (
        pkgs:
        lib.mkChecks {
          inherit pkgs;
          gantry = example;
          project = ./examples/homelab;
        }
        // {
          unit = packaging.unitCheck pkgs;
        }
      );

      devShells = forSystems (pkgs: {
        default = packaging.shell pkgs;
      });

      formatter = forSystems packaging.formatter;

      # `gantry init` copies the same folders.
      templates = {
        default = {
          path = ./templates/default;
          description = "One module, its manifest, and a check";
        };
        homelab = {
          path = ./templates/homelab;
          description = "A homelab with secrets, workflows, a commit hook and Flux";
        };
      };
    };
}
