/* Scalars: which style, and their text.
     scalar { indent; column; } value   text; column is where it begins, further lines begin at indent
     key name                           { text; width; } of a simple key, null for a key that needs `? ` */
{ lib }:
let
  inherit (lib) elem hasPrefix hasSuffix;
  text = import ./text.nix { inherit lib; };
  resolve = import ./resolve.nix { inherit lib; };
  number = import ./number.nix { inherit lib; };
  quotes = import ./quotes.nix { inherit lib; };
  inherit (text) breaks contains unprintable whitespace;

  startsWith = prefixes: string: builtins.any (prefix: hasPrefix prefix string) prefixes;
  endsWith = suffixes: string: builtins.any (suffix: hasSuffix suffix string) suffixes;

  # Every `first` directly before every `second`.
  pairs = firsts: seconds: lib.concatMap (first: map (second: first + second) seconds) firsts;

  indicators = [ "#" "," "[" "]" "{" "}" "&" "*" "!" "|" ">" "'" "\"" "%" "@" "`" "---" "..." ]
    ++ pairs [ "-" "?" ":" ] whitespace;
  insideIndicators = pairs [ ":" ] whitespace ++ pairs whitespace [ "#" ];

  isMultiline = contains breaks;

  edgeBlank = string: startsWith ([ " " ] ++ breaks) string || endsWith ([ " " ] ++ breaks) string;

  plainAllowed = string:
    !(startsWith indicators string)
    && !(elem string [ "-" "?" ":" ])
    && !(hasSuffix ":" string)
    && !(edgeBlank string)
    && !(contains (insideIndicators ++ breaks) string)
    && !(contains unprintable string);

  singleAllowed = string: !(contains (pairs breaks [ " " ] ++ pairs [ " " ] breaks ++ unprintable) string);

  # inKey: a simple key has one line.
  styleOf = inKey: string:
    if resolve.isText string && plainAllowed string then "plain"
    else if singleAllowed string && !(inKey && isMultiline string) then "single"
    else "double";

  write = { indent, column, split }: style: string: quotes.${style} { inherit indent column split; } string;
in
{
  scalar = { indent, column }: value:
    if value == null then "null"
    else if builtins.isBool value then (if value then "true" else "false")
    else if builtins.isString value then write { inherit indent column; split = true; } (styleOf false value) value
    else number value;

  # PyYAML counts the tag `!!str` into the 128 characters that a simple key may have.
  key = name:
    if name == "" || isMultiline name || text.width name + 5 >= 128 then null
    else
      let written = write { indent = 0; column = 0; split = false; } (styleOf true name) name; in
      { text = written; width = text.width written; };
}
