# YAML text of a value as Go programs print it: lists in a set start at the column of their name.
{ lib }:
let
  inherit (lib) concatMapStringsSep splitString;
  inherit (import ../../checksum/yaml.nix { inherit lib; }) scalar sortKeys;

  isBlock = value: (builtins.isAttrs value || builtins.isList value) && value != { } && value != [ ];

  inline = value:
    if value == { } then "{}"
    else if value == [ ] then "[]"
    else scalar false 0 value;

  # Every line but the first two columns to the right; blank lines stay blank.
  hang = text:
    let
      lines = splitString "\n" text;
      shift = line: if line == "" then line else "  ${line}";
    in
    builtins.concatStringsSep "\n" ([ (builtins.head lines) ] ++ map shift (builtins.tail lines));

  member = set: name:
    let
      value = set.${name};
      text =
        if !(isBlock value) then " ${inline value}"
        else if builtins.isList value then "\n${print value}"
        else hang "\n${print value}";
    in
    "${scalar true 0 name}:${text}";

  print = value:
    if !(isBlock value) then inline value
    else if builtins.isList value then concatMapStringsSep "\n" (item: "- ${hang (print item)}") value
    else concatMapStringsSep "\n" (member value) (sortKeys (builtins.attrNames value));
in
print
