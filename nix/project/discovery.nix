# The modules of a project: every *.nix below the root, as relative paths in byte order. A default.nix and
# whatever lies below a name that starts with `_` is no module of its own.
{ lib }:
let
  inherit (builtins) attrNames concatMap readDir sort;
  inherit (lib) hasPrefix hasSuffix;

  walk = folder: prefix:
    let entries = readDir folder; in
    concatMap
      (name:
        if hasPrefix "_" name then [ ]
        else if entries.${name} == "directory" then walk (folder + "/${name}") "${prefix}${name}/"
        else if hasSuffix ".nix" name && name != "default.nix" then [ "${prefix}${name}" ]
        else [ ])
      (attrNames entries);
in
root: sort (a: b: a < b) (walk root "")
