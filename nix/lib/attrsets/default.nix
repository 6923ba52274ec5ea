# lib.attrsets.
{ lib }:
let
  call = file: import file { inherit lib; };
in
{
  inherit (builtins)
    attrNames
    attrValues
    catAttrs
    getAttr
    hasAttr
    intersectAttrs
    isAttrs
    listToAttrs
    mapAttrs
    removeAttrs
    zipAttrsWith
    ;
}
// call ./paths.nix
// call ./transform.nix
// call ./merge.nix
// call ./packages.nix
