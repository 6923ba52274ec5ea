# lib.generators.
{ lib }:
let
  call = file: import file { inherit lib; };
in
call ./text.nix // call ./pretty.nix // call ./formats.nix
