# gantry → the same with what a user's flake calls: mkFlake, mkApps, mkChecks. So has each engine that its `override` gives.
nixpkgs:
let
  forFlakes =
    gantry:
    let
      extended = gantry // {
        mkApps = import ./apps.nix nixpkgs;
        mkChecks = import ./checks.nix nixpkgs;
        mkFlake = import ./mk-flake.nix nixpkgs extended;
        override = swapped: forFlakes (gantry.override swapped);
      };
    in
    extended;
in
forFlakes
