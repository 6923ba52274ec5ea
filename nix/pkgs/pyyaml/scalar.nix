/* Scalars: which style, and their text.
     scalar { indent; column; } value   text; column is where it begins, further lines begin at indent
     key name                           { text; width; } of a simple key, null for a key that needs `? ` */
{ lib }:
let
  text = import ./text.nix { inherit lib; };
  resolve = import ./resolve.nix { };
  floats = import ../../floats;
  quotes = import ./quotes.nix { inherit lib; };
  allowed = import ./allowed.nix { inherit lib; };

  # inKey: a simple key has one line.
  styleOf = inKey: string:
    if resolve.isText string && allowed.plain string then "plain"
    else if allowed.single string && !(inKey && allowed.multiline string) then "single"
    else "double";

  write = at: style: string: quotes.${style} at string;
in
{
  scalar = { indent, column }: value:
    if value == null then "null"
    else if builtins.isBool value then (if value then "true" else "false")
    else if builtins.isString value then write { inherit indent column; split = true; } (styleOf false value) value
    else if builtins.isFloat value then floats.pyyaml value
    else toString value;

  # PyYAML counts the tag `!!str` into the 128 characters that a simple key may have.
  key = name:
    if name == "" || allowed.multiline name || text.width name + 5 >= 128 then null
    else
      let written = write { indent = 0; column = 0; split = false; } (styleOf true name) name; in
      { text = written; width = text.width written; };
}
