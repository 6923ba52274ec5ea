# The flake-parts module: the arguments of mkProject as options `gantry.*`, and the outputs that follow from them.
nixpkgs: embedded:
{
  config,
  lib,
  self,
  ...
}:
let
  inherit (lib) mapAttrs mkDefault mkOption types;

  cfg = config.gantry;
  project = cfg.engine.mkProject (removeAttrs cfg [
    "folder"
    "engine"
  ]);

  ofFlake.options = {
    folder = mkOption {
      description = "Folder of the project: `.sops.yaml`, the written tree and the lock file are looked for there.";
      type = types.path;
      default = self.outPath;
    };
    engine = mkOption {
      description = "What evaluates the modules: Gantry's `lib`, or what its `override` gives.";
      type = types.raw;
      default = embedded;
    };
  };

  # A name that the flake has already stays its own.
  defaults = mapAttrs (_: mkDefault);
in
{
  _file = "gantry.flakeModules.default";

  options.gantry = mkOption {
    description = "The project, with the arguments of Gantry's mkProject.";
    type = types.submoduleWith {
      modules = [
        ../nix/project/options.nix
        ofFlake
      ];
    };
  };

  config = {
    flake.gantry = project;

    perSystem =
      { system, ... }:
      let
        pkgs = nixpkgs.legacyPackages.${system};
      in
      {
        apps = defaults (import ./apps.nix nixpkgs { inherit pkgs; });
        checks = defaults (
          import ./checks.nix nixpkgs {
            inherit pkgs;
            gantry = project;
            project = cfg.folder;
          }
        );
        packages.gantry = mkDefault (import ./package-of-project.nix pkgs project);
        devShells.default = mkDefault (import ./shell.nix pkgs);
      };
  };
}
