# A Nix value as data: what builtins.toJSON would make of it (packages and paths as store paths, `__toString`).
{ lib }:
let
  inherit (lib) mapAttrs;

  plain = value:
    if builtins.isAttrs value then
      (if value ? __toString then value.__toString value
      else if value ? outPath then plain value.outPath
      else mapAttrs (_name: plain) value)
    else if builtins.isList value then map plain value
    else if builtins.isPath value then "${value}"
    else if builtins.isFunction value then throw "a function cannot be written to a file"
    else value;
in
plain
