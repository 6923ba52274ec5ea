# Which styles a text allows, whatever it would be read as: { plain; single; multiline; } text → bool.
{ lib }:
let
  inherit (lib) concatMap elem hasPrefix hasSuffix;
  inherit (import ./text.nix { inherit lib; }) breaks contains unprintable whitespace;

  # The first byte answers for nearly every text.
  startsWith = prefixes:
    let firstBytes = lib.genAttrs (map (builtins.substring 0 1) prefixes) (_byte: null); in
    string: firstBytes ? ${builtins.substring 0 1 string} && builtins.any (prefix: hasPrefix prefix string) prefixes;
  endsWith = suffixes: string: builtins.any (suffix: hasSuffix suffix string) suffixes;

  # Every `first` directly before every `second`.
  pairs = firsts: seconds: concatMap (first: map (second: first + second) seconds) firsts;

  indicators = [ "#" "," "[" "]" "{" "}" "&" "*" "!" "|" ">" "'" "\"" "%" "@" "`" "---" "..." ]
    ++ pairs [ "-" "?" ":" ] whitespace;
  insideIndicators = pairs [ ":" ] whitespace ++ pairs whitespace [ "#" ];

  breaksPlain = contains (insideIndicators ++ breaks ++ unprintable);
  breaksSingle = contains (pairs breaks [ " " ] ++ pairs [ " " ] breaks ++ unprintable);

  edges = [ " " ] ++ breaks;
  beginsBlank = startsWith edges;
  edgeBlank = string: beginsBlank string || endsWith edges string;
  beginsWithIndicator = startsWith indicators;
in
{
  multiline = contains breaks;

  plain = string:
    !(beginsWithIndicator string)
    && !(elem string [ "-" "?" ":" ])
    && !(hasSuffix ":" string)
    && !(edgeBlank string)
    && !(breaksPlain string);

  single = string: !(breaksSingle string);
}
