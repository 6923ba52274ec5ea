# nearest :: [ name ] -> name -> [ name ]: at most three candidates a person may have meant,
# the closest first.
{ lib }:
let
  inherit (builtins) filter length stringLength;
  inherit (lib.lists) sortOn take;
  inherit (lib.strings) levenshtein levenshteinAtMost;
in
candidates: name:
let
  # The full distance is quadratic in Nix: look closely only where few candidates are.
  close =
    if length candidates < 100 then
      filter (c: levenshtein name c <= (stringLength name + stringLength c) / 2) candidates
    else
      filter (levenshteinAtMost 2 name) candidates;
in
take 3 (sortOn (levenshtein name) close)
