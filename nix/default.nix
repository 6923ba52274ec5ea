# Gantry for Nix. `override` swaps parts of the engine, and is the only way to do so:
# `gantry.override { lib = nixpkgs.lib; kubenix = inputs.kubenix; pkgs = nixpkgs.legacyPackages.x86_64-linux; }`.
let
  gantry = swapped:
    let
      lib = swapped.lib or (import ./lib);
      pkgs = swapped.pkgs or (import ./pkgs { inherit lib; });
    in
    import ./engine.nix { inherit lib pkgs; kubenix = swapped.kubenix or null; }
    // { override = more: gantry (swapped // more); };
in
gantry { }
