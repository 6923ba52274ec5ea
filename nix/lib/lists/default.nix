# lib.lists.
{ lib }:
let
  call = file: import file { inherit lib; };
in
{
  inherit (builtins)
    all
    any
    concatLists
    concatMap
    elem
    elemAt
    filter
    genList
    groupBy
    head
    isList
    length
    map
    partition
    sort
    tail
    ;
}
// call ./select.nix
// call ./build.nix
// call ./order.nix
