# Ties the files of this folder together: every class and field takes what it needs from this one set.
{ lib }:
let
  inherit (lib) genAttrs;

  toolbox = {
    inherit lib;
    value = import ./value.nix { inherit lib; };
    schema = import ./schema { inherit lib; };
    kubernetes = import ./schema/kubernetes.nix toolbox;
    fields = import ./schema/fields.nix toolbox;
    template = import ./template { inherit lib; };
    fromFolder = import ./from-folder.nix { inherit (toolbox) lib schema fields; };
    collections = import ./collections.nix { inherit (toolbox) lib fromFolder; };
    naming = import ./naming.nix { inherit (toolbox) lib value collections; };
    context = import ./context.nix { inherit (toolbox) lib collections metadata naming template; };
    metadata = import ./metadata.nix { inherit (toolbox) lib value collections; };
    detect = import ./detect.nix { inherit (toolbox) lib value collections; };
    topology = import ./topology.nix { inherit lib; };
    checksum = import ./checksum { inherit lib; };
    finalNewline = import ./final-newline.nix { inherit lib; };

    container = import ./container toolbox;
    persistence = import ./persistence toolbox;
    pod = import ./pod toolbox;
    controller = import ./controller toolbox;
    topLevel = import ./top-level.nix toolbox;
    validate = import ./validate.nix { inherit lib toolbox; };

    classes = genAttrs classNames (name: import (./classes + "/${name}.nix") toolbox);
  };

  classNames = map (lib.removeSuffix ".nix") (builtins.attrNames (builtins.readDir ./classes));
in
toolbox
