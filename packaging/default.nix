# What the flake builds. Six names of nixpkgs are used: age, nixfmt-tree, nodejs_24, runCommand, runtimeShell, sops.
{
  # pkgs → the derivation with bin/gantry.
  package = import ./package.nix;

  # pkgs → project → the same, with the attributes of a project.
  packageOfProject = import ./package-of-project.nix;

  # pkgs → a shell with gantry, age and sops.
  shell = import ./shell.nix;

  systems = import ./systems.nix;

  # pkgs → the tests that are Nix alone, as a check.
  unitCheck = import ./unit-check.nix;

  # pkgs → what `nix fmt` runs.
  formatter = pkgs: pkgs.nixfmt-tree;

  # These take nixpkgs, so that a user's flake may name a `system` in place of `pkgs`.
  lib = import ./lib.nix;
  flakeModule = import ./flake-module.nix;
}
