# Two definitions of one value that cannot both hold: says which, from where, and what to write.
{ lib }:
let
  inherit (builtins) isAttrs isFunction isList stringLength substring;
  inherit (lib) concatMapStrings last showOption;
  toJSON = import ../../floats/to-json.nix (import ../../floats).json;

  preview = value:
    if isFunction value then "a function"
    else if isAttrs value then "an attribute set"
    else if isList value then "a list"
    else
      let text = toJSON value; in
      if stringLength text > 80 then substring 0 80 text + "…" else text;

  advice = loc:
    if last loc == "_priority"
    then "Two lists give this item different places; write one of them as attribute set, named by the item's key."
    else "Keep one of them, or write `lib.mkForce` before the one that shall win.";
in
loc: definitions:
throw ''
  ${showOption loc} has conflicting definitions:${concatMapStrings (def: "\n  - ${preview def.value}   (in ${def.file})") definitions}
  ${advice loc}''
