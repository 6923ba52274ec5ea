# Strings to and from other values; case; versions; distances.
{ lib }:
let
  inherit (builtins)
    all
    compareVersions
    dirOf
    elem
    elemAt
    fromJSON
    genList
    head
    isInt
    isList
    isPath
    isString
    match
    parseDrvName
    readFile
    replaceStrings
    split
    storeDir
    stringLength
    substring
    tail
    typeOf
    unsafeDiscardStringContext
    ;
  inherit (lib.strings)
    addContextFrom
    commonPrefixLength
    commonSuffixLength
    concatMapStrings
    concatStrings
    escapeNixString
    isConvertibleWithToString
    isStringLike
    levenshtein
    lowerChars
    removeSuffix
    splitString
    splitStringBy
    stringToCharacters
    toLower
    toSentenceCase
    toUpper
    upperChars
    versionOlder
    ;
  inherit (lib.trivial) max min;

  floats = import ../../floats;

  stringOnly =
    function: value: result:
    if isString value then
      result
    else
      throw "${function}: the argument is a ${typeOf value}, but it must be a string";

  # Decimal text between blanks; null when it is none or does not fit.
  decimal =
    pattern: text:
    let
      parts = match "[[:space:]]*${pattern}[[:space:]]*" text;
      number = fromJSON (head parts);
    in
    if parts == null || !isInt number then null else number;

  # Distance of a to b through one row of the table per character of a.
  distance =
    a: b:
    let
      width = stringLength b;
      nextRow =
        row: i:
        let
          character = substring i 1 a;
          cell =
            left: j:
            min (min (left + 1) (elemAt row (j + 1) + 1)) (
              elemAt row j + (if character == substring j 1 b then 0 else 1)
            );
        in
        builtins.foldl' (cells: j: cells ++ [ (cell (elemAt cells j) j) ]) [ (i + 1) ] (
          genList (j: j) width
        );
      rows = builtins.foldl' nextRow (genList (j: j) (width + 1)) (genList (i: i) (stringLength a));
    in
    elemAt rows width;
in
{
  lowerChars = stringToCharacters "abcdefghijklmnopqrstuvwxyz";
  upperChars = stringToCharacters "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  toLower = replaceStrings upperChars lowerChars;
  toUpper = replaceStrings lowerChars upperChars;
  toSentenceCase =
    text:
    stringOnly "toSentenceCase" text (
      addContextFrom text (toUpper (substring 0 1 text) + toLower (substring 1 (-1) text))
    );
  toCamelCase =
    text:
    let
      words = lib.lists.concatMap (splitStringBy (
        before: here: match "[a-z]" before != null && match "[A-Z]" here != null
      ) true) (splitStringBy (_: here: elem here [ "-" "_" " " ]) false text);
    in
    stringOnly "toCamelCase" text (
      addContextFrom text (concatStrings ([ (toLower (head words)) ] ++ map toSentenceCase (tail words)))
    );

  toInt =
    text:
    let
      number = decimal "(-?[[:digit:]]+)" text;
    in
    if match "[[:space:]]*0[[:digit:]]+[[:space:]]*" text != null then
      throw "toInt: ${escapeNixString text} may be octal or have leading zeros; write it without them, or use toIntBase10"
    else if number == null then
      throw "toInt: Could not convert ${escapeNixString text} to int."
    else
      number;
  toIntBase10 =
    text:
    let
      number = decimal "0*(-?(0|[1-9][[:digit:]]*))" text;
    in
    if number == null then
      throw "toIntBase10: Could not convert ${escapeNixString text} to int."
    else
      number;
  # nixpkgs warns of digits that are lost; here none are.
  floatToString = floats.nix;
  toJSON = import ../../floats/to-json.nix floats.json;

  isStringLike = value: isString value || isPath value || value ? outPath || value ? __toString;
  isConvertibleWithToString =
    value:
    isStringLike value
    || isList value && all isConvertibleWithToString value
    || elem (typeOf value) [
      "null"
      "int"
      "float"
      "bool"
    ];
  isStorePath =
    value:
    isStringLike value
    && (
      let
        text = toString value;
      in
      substring 0 1 text == "/" && (dirOf text == storeDir || match "/[0-9a-z]{52}" text != null)
    );

  fileContents = file: removeSuffix "\n" (readFile file);

  versionOlder = a: b: compareVersions b a == 1;
  versionAtLeast = a: b: !versionOlder a b;
  getName = value: if isString value then (parseDrvName value).name else value.pname or (parseDrvName value.name).name;
  getVersion = value: if isString value then (parseDrvName value).version else value.version or (parseDrvName value.name).version;
  nameFromURL =
    url: separator:
    let
      file = lib.lists.last (splitString "/" url);
      name = head (splitString separator file);
    in
    assert name != file;
    name;

  sanitizeDerivationName =
    name:
    let
      plain = unsafeDiscardStringContext name;
      dots = n: if substring n 1 plain == "." then dots (n + 1) else n;
      undotted = substring (dots 0) (-1) plain;
      clean = concatMapStrings (part: if isList part then "-" else part) (
        split "[^[:alnum:]+._?=-]+" undotted
      );
      short = substring (max (stringLength clean - 207) 0) (-1) clean;
    in
    if stringLength name <= 207 && match "[[:alnum:]+_?=-][[:alnum:]+._?=-]*" name != null then
      plain
    else if short == "" then
      "unknown"
    else
      short;

  levenshtein = distance;
  levenshteinAtMost =
    limit: a: b:
    let
      start = commonPrefixLength a b;
      difference = stringLength a - stringLength b;
      rest = text: substring start (stringLength text - start) text;
      end = commonSuffixLength (rest a) (rest b);
      core = text: substring start (stringLength text - start - end) text;
    in
    limit >= 0
    && max difference (-difference) <= limit
    && (a == b || max (stringLength (core a)) (stringLength (core b)) <= limit || levenshtein (core a) (core b) <= limit);
}
