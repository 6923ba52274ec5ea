# Base64 (RFC 4648 §4) of a string's bytes. Nix has no bytes: a table maps each one-byte substring to its
# number. Bytes above 127 are not characters of their own, so the table takes them out of the UTF-8 form of
# characters that contain them.
{ lib }:
let
  inherit (builtins) bitAnd elemAt fromJSON genList listToAttrs stringLength substring;
  inherit (lib) concatStrings fixedWidthString stringToCharacters toHexString;

  character = point: fromJSON ''"\u${fixedWidthString 4 "0" (toHexString point)}"'';
  row = value: byte: { name = byte; inherit value; };

  # U+0001…U+007F are their own byte; U+0080…U+00BF end in theirs after C2; every two-byte and three-byte
  # lead is the first byte of the first character that it leads.
  ascii = genList (index: row (index + 1) (character (index + 1))) 127;
  continuation = genList (index: row (128 + index) (substring 1 1 (character (128 + index)))) 64;
  lead2 = genList (index: row (194 + index) (substring 0 1 (character ((2 + index) * 64)))) 30;
  lead3 = genList (index: row (224 + index) (substring 0 1 (character (if index == 0 then 2048 else if index == 13 then 53248 else index * 4096)))) 16;
  lead4 = genList (index: row (240 + index) (substring 0 1 (elemAt [ "𐀀" "񀀀" "򀀀" "󀀀" "􀀀" ] index))) 5;
  bytes = listToAttrs (ascii ++ continuation ++ lead2 ++ lead3 ++ lead4);

  alphabet = stringToCharacters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  digit = value: elemAt alphabet (bitAnd value 63);
in
text:
let
  size = stringLength text;
  byteAt = index: if index < size then bytes.${substring index 1 text} else 0;
  group = number:
    let
      at = 3 * number;
      bits = byteAt at * 65536 + byteAt (at + 1) * 256 + byteAt (at + 2);
    in
    digit (bits / 262144)
    + digit (bits / 4096)
    + (if at + 1 < size then digit (bits / 64) else "=")
    + (if at + 2 < size then digit bits else "=");
in
concatStrings (genList group ((size + 2) / 3))
