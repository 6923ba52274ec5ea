# pkgs → project → the package gantry with the project's attributes.
#
# Nix reads `.#gantry.bundle` as packages.<system>.gantry.bundle first. So what the output `gantry` has is here too,
# behind attribute names that are known without nixpkgs.
pkgs: project:
let
  package = import ./package.nix pkgs;
in
{
  type = "derivation";
  outputs = [ "out" ];
  inherit (package)
    name
    drvPath
    outPath
    outputName
    system
    meta
    ;
}
// project
