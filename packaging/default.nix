# What the flake builds. Five names of nixpkgs are used: age, nodejs_24, runCommand, runtimeShell, sops.
{
  # pkgs → the derivation with bin/gantry.
  package = import ./package.nix;

  # pkgs → project → the same, with the attributes of a project.
  packageOfProject = import ./package-of-project.nix;

  # pkgs → a shell with gantry, age and sops.
  shell = import ./shell.nix;

  systems = import ./systems.nix;

  # These take nixpkgs, so that a user's flake may name a `system` in place of `pkgs`.
  mkApps = import ./apps.nix;
  mkChecks = import ./checks.nix;
  mkFlake = import ./mk-flake.nix;
  flakeModule = import ./flake-module.nix;
}
