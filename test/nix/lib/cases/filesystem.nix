{ lib, ... }:
{
  baseNameOf = f: [ [ (f "/a/b") "b" ] ];
  dirOf = f: [ [ (f "/a/b") "/a" ] ];
  hashFile = f: [ [ (builtins.stringLength (f "sha256" ./filesystem.nix)) 64 ] ];
  isPath = f: [ [ (f ./.) true ] ];
  listFilesRecursive = f: [ [ (map baseNameOf (f ../data)) [ "apply.nix" "sample.json" "sample.toml" ] ] ];
  locateDominatingFile = f: [ [ (baseNameOf (f "sample\\.json" ../data).path) "data" ] [ (f "(sample)\\.json" (../data + "/sample.toml")).matches [ [ "sample" ] ] ] ];
  pathIsDirectory = f: [ [ (f ../data) true ] [ (f ./filesystem.nix) false ] [ (f ./nothing) false ] ];
  pathIsRegularFile = f: [ [ (f ./filesystem.nix) true ] [ (f ../data) false ] ];
  pathType = f: [ [ (f ./filesystem.nix) "regular" ] [ (f /.) "directory" ] ];
  readDir = f: [ [ (f ../data) { "apply.nix" = "regular"; "sample.json" = "regular"; "sample.toml" = "regular"; } ] ];
  readFileType = f: [ [ (f ../data) "directory" ] ];
  resolveDefaultNix = f: [ [ (baseNameOf (f ../data)) "default.nix" ] [ (f "/nowhere/x/") "/nowhere/x/default.nix" ] [ (baseNameOf (f ./filesystem.nix)) "filesystem.nix" ] ];
}
