# Number helpers that kubenix adds to `lib`.
{ lib }:
let
  inherit (lib) foldl' stringToCharacters toInt;

  exp = base: exponent: if exponent <= 0 then 1 else base * exp base (exponent - 1);
in
{
  inherit exp;

  # "644" → 420: file modes as people know them, in the form that Kubernetes wants.
  octalToDecimal = text: foldl' (sum: digit: sum * 8 + toInt digit) 0 (stringToCharacters (toString text));
}
