# What the flake builds. Three names of nixpkgs are used: nodejs_24, runCommand, runtimeShell.
{
  # pkgs → the derivation with bin/gantry.
  package = import ./package.nix;

  # The two below take nixpkgs, so that a user's flake may name a `system` in place of `pkgs`.
  mkApps = import ./apps.nix;
  mkChecks = import ./checks.nix;
}
