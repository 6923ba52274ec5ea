# Gantry for Nix. `override` swaps parts of the engine, and is the only way to do so:
# `gantry.override { lib = nixpkgs.lib; kubenix = inputs.kubenix; pkgs = nixpkgs.legacyPackages.x86_64-linux; }`.
let
  gantry = swapped:
    let
      lib = swapped.lib or (import ./lib);
      standIn = import ./pkgs { inherit lib; };
      # What a module reads while it is evaluated comes from the stand-in all the same: nothing is built then.
      pkgs = if swapped ? pkgs then swapped.pkgs // readable standIn swapped.pkgs else standIn;
      readable = own: given: {
        formats = given.formats or { } // { inherit (own.formats) ini json keyValue toml yaml; };
        inherit (own) writeText writeTextFile;
      };
    in
    import ./engine.nix { inherit lib pkgs; kubenix = swapped.kubenix or null; }
    // { override = more: gantry (swapped // more); };
in
gantry { }
