# Which styles a text allows, whatever it would be read as: { plain; single; multiline; } text → bool.
{ lib }:
let
  inherit (lib) concatMap elem hasPrefix hasSuffix;
  inherit (import ./text.nix { inherit lib; }) breaks contains unprintable whitespace;

  startsWith = prefixes: string: builtins.any (prefix: hasPrefix prefix string) prefixes;
  endsWith = suffixes: string: builtins.any (suffix: hasSuffix suffix string) suffixes;

  # Every `first` directly before every `second`.
  pairs = firsts: seconds: concatMap (first: map (second: first + second) seconds) firsts;

  indicators = [ "#" "," "[" "]" "{" "}" "&" "*" "!" "|" ">" "'" "\"" "%" "@" "`" "---" "..." ]
    ++ pairs [ "-" "?" ":" ] whitespace;
  insideIndicators = pairs [ ":" ] whitespace ++ pairs whitespace [ "#" ];

  edgeBlank = string: startsWith ([ " " ] ++ breaks) string || endsWith ([ " " ] ++ breaks) string;
in
{
  multiline = contains breaks;

  plain = string:
    !(startsWith indicators string)
    && !(elem string [ "-" "?" ":" ])
    && !(hasSuffix ":" string)
    && !(edgeBlank string)
    && !(contains (insideIndicators ++ breaks) string)
    && !(contains unprintable string);

  single = string: !(contains (pairs breaks [ " " ] ++ pairs [ " " ] breaks ++ unprintable) string);
}
