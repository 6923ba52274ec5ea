# Strings joined, repeated, padded.
{ lib }:
let
  inherit (builtins)
    attrValues
    concatStringsSep
    filter
    genList
    length
    map
    mapAttrs
    stringLength
    substring
    ;
  inherit (lib.lists) imap1;
  inherit (lib.strings)
    concatStrings
    fixedWidthString
    makeSearchPath
    makeSearchPathOutput
    ;
in
{
  join = concatStringsSep;
  concatStrings = concatStringsSep "";
  concatLines = lines: concatStrings (map (line: line + "\n") lines);
  concatMapStrings = f: list: concatStrings (map f list);
  concatMapStringsSep =
    separator: f: list:
    concatStringsSep separator (map f list);
  concatImapStrings = f: list: concatStrings (imap1 f list);
  concatImapStringsSep =
    separator: f: list:
    concatStringsSep separator (imap1 f list);
  concatMapAttrsStringSep =
    separator: f: set:
    concatStringsSep separator (attrValues (mapAttrs f set));

  intersperse =
    separator: list:
    let
      count = length list;
    in
    genList (
      n: if n - n / 2 * 2 == 0 then builtins.elemAt list (n / 2) else separator
    ) (if count == 0 then 0 else 2 * count - 1);

  optionalString = condition: text: if condition then text else "";
  replicate = count: text: concatStrings (genList (_: text) count);

  # The filler may be longer than one character if it fits exactly.
  fixedWidthString =
    width: filler: text:
    let
      missing = width - stringLength text;
    in
    if missing < 0 then
      throw "fixedWidthString: the text has ${toString (stringLength text)} characters, which is more than the width ${toString width}"
    else if missing == 0 then
      text
    else
      filler + fixedWidthString (width - stringLength filler) filler text;
  fixedWidthNumber = width: number: fixedWidthString width "0" (toString number);

  makeSearchPath =
    folder: paths: concatStringsSep ":" (map (path: path + "/" + folder) (filter (p: p != null) paths));
  makeSearchPathOutput =
    output: folder: packages:
    makeSearchPath folder (map (lib.attrsets.getOutput output) packages);
  makeBinPath = makeSearchPathOutput "bin" "bin";
  makeIncludePath = makeSearchPathOutput "dev" "include";
  makeLibraryPath = makeSearchPathOutput "lib" "lib";

  # `target` with the store references of `source` added.
  addContextFrom = source: target: substring 0 0 source + target;
}
