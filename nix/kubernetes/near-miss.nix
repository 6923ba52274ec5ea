# The names a mistyped one may have meant: at most three, the nearest first.
{ lib }:
name: candidates:
let
  inherit (builtins) filter sort stringLength;
  inherit (lib) concatMapStringsSep take toLower;
  inherit (lib.strings) levenshtein;

  near = filter (row: row.distance <= 1 + stringLength name / 4)
    (map (candidate: { inherit candidate; distance = levenshtein (toLower name) (toLower candidate); }) candidates);
  nearest = take 3 (sort (a: b: a.distance < b.distance) near);
in
if nearest == [ ] then ""
else "; did you mean ${concatMapStringsSep " or " (row: "`${row.candidate}`") nearest}?"
