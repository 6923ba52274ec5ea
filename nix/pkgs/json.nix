# JSON as nixpkgs' generator writes it (`jq .`): indented by two, keys in order, one final line feed.
{ lib }:
let
  inherit (lib) mapAttrsToList;
  floats = import ../floats;

  enclose = open: close: indent: entries:
    if entries == [ ] then open + close
    else "${open}\n${indent}  ${builtins.concatStringsSep ",\n${indent}  " entries}\n${indent}${close}";

  print = indent: value:
    let
      deeper = indent + "  ";
    in
    if builtins.isAttrs value
    then enclose "{" "}" indent (mapAttrsToList (name: inner: "${builtins.toJSON name}: ${print deeper inner}") value)
    else if builtins.isList value then enclose "[" "]" indent (map (print deeper) value)
    else if builtins.isFloat value then floats.json value
    else builtins.toJSON value;
in
value: print "" value + "\n"
