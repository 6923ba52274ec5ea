# Which submodule an instance gets, and which of the defaults.
{ lib }:
let
  inherit (builtins) catAttrs compareVersions concatStringsSep filter head match sort;
  inherit (lib) hasPrefix intersectLists removePrefix unique;

  fits = wanted: version:
    if wanted == null then true
    else if hasPrefix "~" wanted then match (removePrefix "~" wanted) version != null
    else wanted == version;

  nearMiss = import ./near-miss.nix { inherit lib; };

  missing = { imports, name, version, instance }:
    let
      ofName = filter (import': import'.definition.name == name) imports;
      names = unique (map (import': import'.definition.name) imports);
    in
    if ofName != [ ]
    then throw "${instance}: no version of `${name}` is ${version}; there are ${concatStringsSep ", " (map (import': import'.definition.version) ofName)}."
    else throw "${instance}: no submodule of the name `${name}` is imported${nearMiss name names}";
in
{
  # The newest that fits; among equals the first, and what the user imports before what is built in. `instance`
  # says in messages who asks.
  find = wanted@{ imports, name, version, instance }:
    let
      fitting = filter (import': import'.definition.name == name && fits version import'.definition.version) imports;
      own = filter (import': !(import'.builtIn or false)) fitting;
      newest = sort (a: b: compareVersions a.definition.version b.definition.version > 0);
    in
    if own != [ ] then head (newest own)
    else if fitting != [ ] then head (newest fitting)
    else missing wanted;

  defaults = { defaults, submodule }:
    let
      inherit (submodule) definition features;
      shares = wanted: actual: wanted == [ ] || intersectLists wanted actual != [ ];
      applies = default:
        (default.name == null || default.name == definition.name)
        && fits default.version definition.version
        && shares default.tags definition.tags
        && shares default.features features;
    in
    catAttrs "default" (filter applies defaults);
}
