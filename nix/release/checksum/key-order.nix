# Go's order of keys: letters after everything else, runs of digits by their number ("a2" before "a10").
{ lib }:
let
  inherit (lib) stringToCharacters toInt;
  isDigit = character: builtins.match "[0-9]" character != null;
  # Letters beyond ASCII count as letters; that covers what configuration files are called.
  isLetter = character: builtins.match "[A-Za-z]" character != null || !(character < "~");

  digitsFrom = characters: index:
    if index < builtins.length characters && isDigit (builtins.elemAt characters index)
    then [ (builtins.elemAt characters index) ] ++ digitsFrom characters (index + 1)
    else [ ];

  # A digit before the difference that is not 0 makes a leading 0 count.
  counts = characters: index:
    index > 0 && isDigit (builtins.elemAt characters (index - 1))
    && (builtins.elemAt characters (index - 1) != "0" || counts characters (index - 1));

  number = prefix: digits:
    let text = builtins.concatStringsSep "" (prefix ++ digits); in
    if text == "" then 0 else toInt (strip text);
  strip = text:
    if builtins.stringLength text > 1 && builtins.substring 0 1 text == "0" then strip (builtins.substring 1 (-1) text) else text;

  differ = a: b: index:
    let
      x = builtins.elemAt a index;
      y = builtins.elemAt b index;
      prefix = if (x == "0" || y == "0") && counts a index then [ "1" ] else [ ];
      xs = digitsFrom a index;
      ys = digitsFrom b index;
      xNumber = number prefix xs;
      yNumber = number prefix ys;
    in
    if isLetter x && isLetter y then x < y
    else if isLetter x || isLetter y then isLetter y
    else if xNumber != yNumber then xNumber < yNumber
    else if builtins.length xs != builtins.length ys then builtins.length xs < builtins.length ys
    else x < y;

  less = a: b: index:
    if index >= builtins.length a || index >= builtins.length b then builtins.length a < builtins.length b
    else if builtins.elemAt a index == builtins.elemAt b index then less a b (index + 1)
    else differ a b index;
in
builtins.sort (a: b: less (stringToCharacters a) (stringToCharacters b) 0)
