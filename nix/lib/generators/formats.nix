# Data formats: JSON (which is YAML too), property lists, Dhall, Lua.
{ lib }:
let
  inherit (builtins)
    attrNames
    concatStringsSep
    filter
    isAttrs
    isBool
    isFloat
    isInt
    isList
    isPath
    isString
    map
    match
    typeOf
    ;
  inherit (lib.attrsets) filterAttrs isDerivation mapAttrsToList;
  inherit (lib.generators) toDhall toLua;
  inherit (lib.strings) concatStrings escapeXML floatToString toJSON;
  inherit (lib.trivial) isFunction;

  block =
    indent: tag: lines:
    [ "${indent}<${tag}>" ] ++ lines ++ [ "${indent}</${tag}>" ];

  # Lines of one value.
  plist =
    escape: indent: value:
    let
      text = if escape then escapeXML else (t: t);
      deeper = "${indent}\t";
      entry = name: item: [ "${deeper}<key>${text name}</key>" ] ++ plist escape deeper item;
    in
    if value == null then
      [ "" ]
    else if isBool value then
      [ "${indent}<${if value then "true" else "false"}/>" ]
    else if isInt value then
      [ "${indent}<integer>${toString value}</integer>" ]
    else if isString value || isPath value then
      [ "${indent}<string>${text (toString value)}</string>" ]
    else if isFloat value then
      [ "${indent}<real>${floatToString value}</real>" ]
    else if isList value then
      block indent "array" (filled (builtins.concatMap (plist escape deeper) value))
    else if isAttrs value then
      block indent "dict" (
        filled (
          builtins.concatLists (
            mapAttrsToList entry (filterAttrs (name: item: name != "_module" && item != null) value)
          )
        )
      )
    else
      throw "generators.toPlist: a ${typeOf value} has no property list form";
  # An empty container holds one empty line.
  filled = lines: if lines == [ ] then [ "" ] else lines;

  isLuaName =
    name: match "[[:alpha:]_][[:alnum:]_]*(\\.[[:alpha:]_][[:alnum:]_]*)*" name != null;
in
{
  toJSON = { }: toJSON;
  # JSON is YAML, and Nix can write no other.
  toYAML = { }: toJSON;

  toPlist =
    {
      escape ? false,
    }:
    value: ''
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      ${concatStringsSep "\n" (plist escape "" value)}
      </plist>'';

  toDhall =
    { }@options:
    value:
    if isAttrs value then
      "{ ${
        concatStringsSep ", " (mapAttrsToList (name: item: "${name} = ${toDhall options item}") value)
      } }"
    else if isList value then
      "[ ${concatStringsSep ", " (map (toDhall options) value)} ]"
    else if isInt value then
      "${if value < 0 then "" else "+"}${toString value}"
    else if isBool value then
      (if value then "True" else "False")
    else if value == null || isFunction value then
      throw "generators.toDhall: a ${typeOf value} cannot be written in Dhall"
    else
      toJSON value;

  toLua =
    {
      multiline ? true,
      indent ? "",
      asBindings ? false,
    }@options:
    value:
    let
      deeper = "${indent}  ";
      open = if multiline then "\n${deeper}" else " ";
      close = if multiline then "\n${indent}" else " ";
      inner = toLua (
        options
        // {
          indent = if asBindings then indent else deeper;
          asBindings = false;
        }
      );
      table = items: if items == [ ] then "{}" else "{${open}${concatStringsSep ",${open}" items}${close}}";
      wrong = filter (name: !isLuaName name) (attrNames value);
    in
    if asBindings then
      if wrong != [ ] then
        throw "generators.toLua: not names of Lua variables: ${concatStringsSep ", " wrong}"
      else
        concatStrings (mapAttrsToList (name: item: "${indent}${name} = ${inner item}\n") value)
    else if value == null then
      "nil"
    else if isInt value || isFloat value || isString value || isBool value then
      toJSON value
    else if isPath value || isDerivation value then
      toJSON "${value}"
    else if isList value then
      table (map inner value)
    else if value._type or null == "lua-inline" then
      "(${value.expr})"
    else if isAttrs value then
      table (mapAttrsToList (name: item: "[${toJSON name}] = ${inner item}") value)
    else
      throw "generators.toLua: a ${typeOf value} cannot be written in Lua";

  mkLuaInline = expr: {
    _type = "lua-inline";
    inherit expr;
  };
}
