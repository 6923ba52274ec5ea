# lib.strings.
{ lib }:
let
  call = file: import file { inherit lib; };
in
{
  inherit (builtins)
    appendContext
    compareVersions
    concatStringsSep
    elem
    elemAt
    filter
    fromJSON
    genList
    head
    isAttrs
    isInt
    isList
    isPath
    isString
    match
    parseDrvName
    readFile
    replaceStrings
    split
    storeDir
    stringLength
    substring
    tail
    typeOf
    unsafeDiscardStringContext
    ;
}
// call ./join.nix
// call ./split.nix
// call ./escape.nix
// call ./convert.nix
// call ./flags.nix
