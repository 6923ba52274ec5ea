# Strings taken apart, and what they begin, end with or hold.
#
# No regular expressions where a text may be long: Nix' matcher recurses per character.
{ lib }:
let
  inherit (builtins)
    elemAt
    filter
    genList
    isPath
    isString
    length
    replaceStrings
    split
    stringLength
    substring
    ;
  inherit (lib.strings)
    addContextFrom
    concatMapStrings
    concatStringsSep
    escapeRegex
    hasSuffix
    stringToCharacters
    ;
  inherit (lib.trivial) min;

  # A path in place of a string is copied to the store and never matches.
  textOnly =
    function: value:
    lib.trivial.warnIf (isPath value)
      "strings.${function}: the first argument ${toString value} is a path, but it must be a string; a path never matches. Use lib.path.${function}, or quote it.";

  isBlank =
    character: character == " " || character == "\t" || character == "\n" || character == "\r";

  trimWith =
    {
      start ? false,
      end ? false,
    }:
    text:
    let
      from = n: if isBlank (substring n 1 text) then from (n + 1) else n;
      to = n: if n > first && isBlank (substring (n - 1) 1 text) then to (n - 1) else n;
      first = if start then from 0 else 0;
      last = if end then to (stringLength text) else stringLength text;
    in
    substring first (last - first) text;

  commonLength =
    at: a: b:
    let
      shorter = min (stringLength a) (stringLength b);
      same = n: if n < shorter && at n a == at n b then same (n + 1) else n;
    in
    same 0;
in
{
  inherit trimWith;
  trim = trimWith {
    start = true;
    end = true;
  };

  stringToCharacters = text: genList (n: substring n 1 text) (stringLength text);
  stringAsChars = f: text: concatMapStrings f (stringToCharacters text);

  splitString =
    separator: text:
    map (addContextFrom text) (
      filter isString (split (escapeRegex (lib.toString separator)) (lib.toString text))
    );

  # Cuts where `isCut previous current`; the current character stays if `keep`.
  splitStringBy =
    isCut: keep: text:
    let
      count = stringLength text;
      character = n: if n < 0 then "" else substring n 1 text;
      cuts = filter (n: isCut (character (n - 1)) (character n)) (genList (n: n) count);
      starts = [ 0 ] ++ map (n: if keep then n else n + 1) cuts;
      ends = cuts ++ [ count ];
      piece = n: substring (elemAt starts n) (elemAt ends n - elemAt starts n) text;
    in
    map (addContextFrom text) (genList piece (length ends));

  hasPrefix =
    prefix: text: textOnly "hasPrefix" prefix (substring 0 (stringLength prefix) text == prefix);
  hasSuffix =
    suffix: text:
    let
      start = stringLength text - stringLength suffix;
    in
    textOnly "hasSuffix" suffix (start >= 0 && substring start (stringLength text) text == suffix);
  hasInfix =
    infix: text:
    textOnly "hasInfix" infix (infix == "" || replaceStrings [ infix ] [ "" ] "${text}" != "${text}");
  removePrefix =
    prefix: text:
    textOnly "removePrefix" prefix (
      if substring 0 (stringLength prefix) text == prefix then
        substring (stringLength prefix) (-1) text
      else
        text
    );
  removeSuffix =
    suffix: text:
    if hasSuffix suffix text then
      substring 0 (stringLength text - stringLength suffix) text
    else
      text;

  commonPrefixLength = commonLength (n: text: substring n 1 text);
  commonSuffixLength = commonLength (n: text: substring (stringLength text - 1 - n) 1 text);

  replaceString = from: to: replaceStrings [ from ] [ to ];

  # Several slashes in a row become one.
  normalizePath =
    path:
    textOnly "normalizePath" path (
      let
        parts = filter (part: part != "") (lib.strings.splitString "/" path);
        inner = concatStringsSep "/" parts;
        ending = if parts != [ ] && hasSuffix "/" path then "/" else "";
      in
      (if substring 0 1 path == "/" then "/" else "") + inner + ending
    );
}
