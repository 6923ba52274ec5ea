# Key-value and INI texts.
{ lib }:
let
  inherit (builtins)
    concatStringsSep
    isBool
    isFloat
    isInt
    isList
    isString
    replaceStrings
    tail
    typeOf
    ;
  inherit (lib.attrsets)
    isDerivation
    mapAttrsToList
    mapAttrsToListRecursiveCond
    recursiveUpdate
    ;
  inherit (lib.generators)
    mkKeyValueDefault
    mkValueStringDefault
    toINI
    toKeyValue
    ;
  inherit (lib.lists) flatten init last;
  inherit (lib.strings)
    concatStrings
    escape
    floatToString
    hasInfix
    splitString
    ;
  inherit (lib.trivial) boolToString;

  escapeSection = escape [
    "["
    "]"
  ];

  # a."b.c" and a.b.c alike are the section [a "b.c"].
  gitSection =
    name:
    let
      parts = splitString "." name;
    in
    if hasInfix "\"" name || tail parts == [ ] then
      name
    else
      "${builtins.head parts} \"${concatStringsSep "." (tail parts)}\"";
  gitValue =
    value:
    mkValueStringDefault { } (
      if isString value then
        "\"${
          replaceStrings [ "\n" "\t" "\"" "\\" ] [ "\\n" "\\t" "\\\"" "\\\\" ] value
        }\""
      else
        value
    );
  gitKeyValue = mkKeyValueDefault { mkValueString = gitValue; } " = ";
  gitLines =
    key: value:
    if isList value then
      concatStringsSep "\n" (map (item: "\t${gitKeyValue key item}") value)
    else
      "\t${gitKeyValue key value}";
  # Sections nested deeper than one level become "a.b.c" sections.
  gitSections =
    set:
    builtins.foldl' recursiveUpdate { } (
      mapAttrsToListRecursiveCond (_: value: !isDerivation value) (path: value: {
        ${concatStringsSep "." (init path)}.${last path} = value;
      }) set
    );
in
{
  mkValueStringDefault =
    { }:
    value:
    if isInt value || isDerivation value then
      toString value
    else if isString value then
      value
    else if isBool value then
      boolToString value
    else if value == null then
      "null"
    else if isFloat value then
      floatToString value
    else
      throw "generators.mkValueStringDefault: a ${typeOf value} cannot be written as one value: ${lib.generators.toPretty { } value}";

  mkKeyValueDefault =
    {
      mkValueString ? mkValueStringDefault { },
    }:
    separator: key: value:
    "${escape [ separator ] key}${separator}${mkValueString value}";

  toKeyValue =
    {
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
      indent ? "",
    }:
    set:
    let
      line = key: value: "${indent}${mkKeyValue key value}\n";
      lines =
        key: value:
        if listsAsDuplicateKeys && isList value then map (line key) value else line key value;
    in
    concatStrings (flatten (mapAttrsToList lines set));

  toINI =
    {
      mkSectionName ? escapeSection,
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
    }:
    sections:
    concatStringsSep "\n" (
      mapAttrsToList (
        name: values:
        "[${mkSectionName name}]\n" + toKeyValue { inherit listsAsDuplicateKeys mkKeyValue; } values
      ) sections
    );

  toINIWithGlobalSection =
    {
      mkSectionName ? escapeSection,
      mkKeyValue ? mkKeyValueDefault { } "=",
      listsAsDuplicateKeys ? false,
    }:
    {
      globalSection,
      sections ? { },
    }:
    (
      if globalSection == { } then
        ""
      else
        toKeyValue { inherit listsAsDuplicateKeys mkKeyValue; } globalSection + "\n"
    )
    + toINI { inherit listsAsDuplicateKeys mkKeyValue mkSectionName; } sections;

  toGitINI =
    set:
    toINI {
      mkSectionName = gitSection;
      mkKeyValue = gitLines;
    } (gitSections set);
}
