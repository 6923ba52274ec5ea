# pkgs → the shell of a user's repository: gantry, and the programs that make and read keys by hand.
pkgs:
pkgs.runCommand "gantry-shell" {
  nativeBuildInputs = [
    (import ./package.nix pkgs)
    pkgs.age
    pkgs.sops
  ];
} "touch $out"
