# mkFlake { folder, gantry, systems } → the outputs of a user's flake: the project in `folder`, its apps, its checks
# and a shell, for every system. `gantry` is what gantry.nix receives: write `gantry.lib.override { … }` to swap.
nixpkgs: embedded:
{
  folder,
  gantry ? embedded,
  systems ? import ./systems.nix,
}:
let
  project = import (folder + "/gantry.nix") { inherit gantry; };
  forSystems =
    outputFor:
    builtins.listToAttrs (
      map (name: {
        inherit name;
        value = outputFor nixpkgs.legacyPackages.${name};
      }) systems
    );
in
{
  gantry = project;
  apps = forSystems (pkgs: import ./apps.nix nixpkgs { inherit pkgs; });
  checks = forSystems (
    pkgs:
    import ./checks.nix nixpkgs {
      inherit pkgs;
      gantry = project;
      project = folder;
    }
  );
  devShells = forSystems (pkgs: {
    default = import ./shell.nix pkgs;
  });
}
