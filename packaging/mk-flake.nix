# mkFlake { folder, systems } → the outputs of a user's flake: the project in `folder`, its apps, its checks, a shell and a
# formatter, for every system. gantry.nix receives the `gantry` whose mkFlake this is: `(gantry.lib.override { … }).mkFlake`
# evaluates with another engine.
nixpkgs: gantry:
{
  folder,
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
  apps = forSystems (pkgs: gantry.mkApps { inherit pkgs; });
  checks = forSystems (
    pkgs:
    gantry.mkChecks {
      inherit pkgs;
      gantry = project;
      project = folder;
    }
  );
  devShells = forSystems (pkgs: {
    default = import ./shell.nix pkgs;
  });
  formatter = forSystems (pkgs: pkgs.nixfmt-tree);
}
