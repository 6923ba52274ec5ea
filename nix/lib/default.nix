# Gantry's lib: what manifest modules use of nixpkgs' lib, under the same names and with the
# same meaning. What nixpkgs has and this library has not throws with the way out.
#
# A fixpoint as in nixpkgs: `lib.extend (final: prev: { … })` gives a library whose parts use
# what was added.
let
  # Names only, to tell "not here" from "does not exist": { <namespace> = [ name ]; }.
  names = builtins.fromJSON (builtins.readFile ../../generated/lib-names.json);

  missing =
    prefix: list:
    builtins.listToAttrs (
      map (name: {
        inherit name;
        value = throw "${prefix}.${name}: not in Gantry's embedded lib; use gantry.override { lib = …; }";
      }) list
    );
  complete = namespace: part: missing "lib.${namespace}" (names.${namespace} or [ ]) // part;

  make =
    self:
    let
      call = file: import file { lib = self; };

      inherit (call ../module-system) modules options types;
      inherit (call ./derivations.nix) derivations meta;
      parts = {
        inherit
          derivations
          meta
          modules
          options
          types
          ;
        asserts = call ./asserts.nix;
        attrsets = call ./attrsets;
        cli = call ./cli.nix;
        customisation = call ./customisation.nix;
        debug = call ./debug.nix;
        fileset = call ./fileset.nix;
        filesystem = call ./filesystem.nix;
        fixedPoints = call ./fixed-points.nix;
        generators = call ./generators;
        lists = call ./lists;
        misc = call ./misc.nix;
        path = call ./path.nix;
        strings = call ./strings;
        stringsWithDeps = call ./strings-with-deps.nix;
        trivial = call ./trivial.nix;
        versions = call ./versions.nix;
      };

      # Where two parts share a name, the last one has it at the top: hasPrefix is the strings',
      # replicate the lists', importJSON the plain one.
      flat =
        builtins
        // modules
        // options
        // types
        // parts.asserts
        // parts.customisation
        // parts.debug
        // derivations
        // parts.filesystem
        // parts.fixedPoints
        // parts.generators
        // meta
        // parts.misc
        // parts.strings
        // parts.stringsWithDeps
        // parts.attrsets
        // parts.lists
        // { inherit (parts.strings) hasPrefix removePrefix; toString = import ../floats/to-string.nix; }
        // parts.versions
        // parts.trivial;
      top = missing "lib" names.lib;
    in
    top // builtins.intersectAttrs top flat // ownNames flat // builtins.mapAttrs complete parts;

  # Names that nixpkgs' lib has in other releases only; modules written for those use them.
  ownNames = flat: { inherit (flat) importYAML literalCode mdDoc; };

  extensible =
    make':
    let
      self = make' self // {
        extend =
          overlay:
          extensible (
            final:
            let
              prev = make' final;
            in
            prev // overlay final prev
          );
      };
    in
    self;
in
extensible make
