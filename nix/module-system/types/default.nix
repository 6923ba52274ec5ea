# lib.types.
{ lib }:
let
  call = file: import file { inherit lib; };
in
call ./core.nix
// call ./scalars.nix
// call ./numbers.nix
// call ./paths.nix
// call ./collections.nix
// call ./attr-list.nix
// call ./attr-tag.nix
// call ./combinators.nix
// call ./submodules.nix
// call ./meta.nix
// {
  types = lib.types;
}
