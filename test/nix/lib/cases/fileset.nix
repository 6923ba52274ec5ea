{ lib, throws }:
let
  inherit (lib.fileset) toList unions;
  data = ../data;
  json = data + "/sample.json";
  toml = data + "/sample.toml";
  apply = data + "/apply.nix";
  names = fileset: map baseNameOf (toList fileset);
in
{
  difference = f: [ [ (names (f data json)) [ "apply.nix" "sample.toml" ] ] ];
  empty = f: [ [ (toList f) [ ] ] ];
  fileFilter = f: [
    [ (names (f (file: file.hasExt "toml") data)) [ "sample.toml" ] ]
    [ (names (f (file: file.name == "apply.nix" && file.type == "regular") ./..)) [ "apply.nix" ] ]
    [ (names (f (_: true) json)) [ "sample.json" ] ]
  ];
  intersection = f: [ [ (toList (f data (unions [ toml ./fileset.nix ]))) [ toml ] ] ];
  isFileset = f: [ [ (f data) true ] [ (f (unions [ ])) true ] [ (f "/data") false ] [ (f { }) false ] ];
  maybeMissing = f: [ [ (toList (f (data + "/nothing"))) [ ] ] [ (names (f json)) [ "sample.json" ] ] ];
  toList = f: [
    [ (f data) [ apply json toml ] ]
    [ (f (data + "/nothing")) throws ]
    [ (f "data") throws ]
    [ (f 1) throws ]
  ];
  toSource = f:
    let source = f { root = ./..; fileset = unions [ json ../run.nix ]; }; in
    [
      [ (builtins.readDir "${source}") { data = "directory"; "run.nix" = "regular"; } ]
      [ (builtins.attrNames (builtins.readDir "${source}/data")) [ "sample.json" ] ]
      [ "${f { root = data; fileset = ./fileset.nix; }}" throws ]
    ];
  union = f: [ [ (toList (f toml json)) [ json toml ] ] ];
  unions = f: [ [ (toList (f [ toml json toml ])) [ json toml ] ] ];
}
