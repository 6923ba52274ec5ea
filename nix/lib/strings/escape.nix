# Strings made safe for a place they are put in.
{ lib }:
let
  inherit (builtins)
    attrNames
    attrValues
    elem
    filter
    isAttrs
    isList
    map
    match
    replaceStrings
    toJSON
    ;
  inherit (lib.attrsets) mapAttrsToList;
  inherit (lib.strings)
    concatMapStringsSep
    concatStringsSep
    escape
    escapeNixString
    escapeShellArg
    escapeShellArgs
    fixedWidthString
    isStringLike
    isValidPosixName
    stringToCharacters
    toShellVar
    ;

  asciiTable = import ./ascii.nix;
  hex = code: fixedWidthString 2 "0" (lib.trivial.toHexString code);

  keywords = [
    "assert"
    "else"
    "if"
    "in"
    "inherit"
    "let"
    "or"
    "rec"
    "then"
    "with"
  ];

  # RFC 3986, section 2.3.
  unreserved = "[A-Za-z0-9._~-]";
  urlEscapes = removeAttrs asciiTable (
    filter (character: match unreserved character != null) (attrNames asciiTable)
  );
in
{
  charToInt = character: asciiTable.${character};

  escape = characters: replaceStrings characters (map (character: "\\${character}") characters);
  escapeC =
    characters:
    replaceStrings characters (
      map (character: "\\x${lib.strings.toLower (hex asciiTable.${character})}") characters
    );
  escapeURL = replaceStrings (attrNames urlEscapes) (map (code: "%${hex code}") (attrValues urlEscapes));
  escapeXML =
    replaceStrings
      [
        "\""
        "'"
        "<"
        ">"
        "&"
      ]
      [
        "&quot;"
        "&apos;"
        "&lt;"
        "&gt;"
        "&amp;"
      ];
  escapeRegex = escape (stringToCharacters "\\[{()^$?*+|.");

  escapeNixString = text: escape [ "$" ] (toJSON text);
  escapeNixIdentifier =
    name:
    if match "[a-zA-Z_][a-zA-Z0-9_'-]*" name != null && !elem name keywords then
      name
    else
      escapeNixString name;

  escapeShellArg =
    argument:
    let
      text = lib.toString argument;
    in
    if match "[[:alnum:],._+:@%/-]+" text != null then
      text
    else
      "'${replaceStrings [ "'" ] [ "'\\''" ] text}'";
  escapeShellArgs = concatMapStringsSep " " escapeShellArg;
  isValidPosixName = name: match "[a-zA-Z_][a-zA-Z0-9_]*" name != null;
  toShellVar =
    name: value:
    if !isValidPosixName name then
      throw "toShellVar: ${name} is not a valid shell variable name"
    else if isAttrs value && !isStringLike value then
      "declare -A ${name}=(${
        concatStringsSep " " (
          mapAttrsToList (key: item: "[${escapeShellArg key}]=${escapeShellArg item}") value
        )
      })"
    else if isList value then
      "declare -a ${name}=(${escapeShellArgs value})"
    else
      "${name}=${escapeShellArg value}";
  toShellVars = variables: concatStringsSep "\n" (mapAttrsToList toShellVar variables);
}
