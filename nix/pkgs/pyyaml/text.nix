# Tools for texts of any length. Nothing here matches a pattern over more than one character at a time: Nix 2.8
# matches recursively, and a file of 300 KB would overflow its stack.
{ lib }:
let
  inherit (lib) concatStrings genList;

  unicode = code: builtins.fromJSON ''"\u${code}"'';

  hex = lib.stringToCharacters "0123456789abcdef";
  controls = prefix: map (digit: unicode "00${prefix}${digit}") hex;
in
rec {
  newline = "\n";
  # The other characters that PyYAML takes for line breaks.
  rareBreaks = [ (unicode "0085") (unicode "2028") (unicode "2029") ];
  breaks = [ newline ] ++ rareBreaks;
  whitespace = [ " " "\t" "\r" ] ++ breaks;

  # Characters that only double quotes can hold. There is no NUL in Nix strings.
  unprintable =
    builtins.tail (map (digit: unicode "000${digit}") (lib.remove "a" hex))
    ++ controls "1"
    ++ [ (unicode "007f") (unicode "feff") (unicode "fffe") (unicode "ffff") (builtins.fromJSON ''"\udbff\udfff"'') ]
    ++ lib.remove (unicode "0085") (controls "8" ++ controls "9");

  # contains parts → text → bool; apply it to `parts` once.
  contains = parts:
    let nothing = map (_part: "") parts; in
    text: builtins.replaceStrings parts nothing text != text;

  spaces = count: concatStrings (genList (_index: " ") count);

  # Pieces between single separator characters (a bracket expression or an alternative of literals).
  pieces = separator: text: builtins.filter builtins.isString (builtins.split separator text);

  isAscii = text: builtins.length (builtins.split "[^ -~\n\t\r]" text) == 1;

  # Bytes 0x80 up to 0xc1 continue a character.
  continuation = builtins.substring 1 1 (unicode "0080");
  leading = builtins.substring 0 1 (unicode "0080");
  continues = byte: !(byte < continuation) && byte < leading;

  # Characters, not bytes.
  width = text:
    let bytes = builtins.stringLength text; in
    if isAscii text then bytes
    else builtins.length (builtins.filter (index: !(continues (builtins.substring index 1 text))) (genList (index: index) bytes));

  /* Walks over a list with a number that each step hands on: step : number → element → { next; out; }.
     Gives the concatenation of all `out`. Iterative, and linear however long the list is. */
  walk = step: start: list:
    let
      count = builtins.length list;
      at = index: number:
        let result = step number (builtins.elemAt list index); in
        { key = index; inherit (result) next out; };
      follow = state: builtins.seq state.next
        (if state.key + 1 < count then [ (at (state.key + 1) state.next) ] else [ ]);
    in
    if count == 0 then ""
    else concatStrings (map (state: state.out) (builtins.genericClosure { startSet = [ (at 0 start) ]; operator = follow; }));

}
