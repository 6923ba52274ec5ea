# Values written as Nix expressions for people, and limits on how deep to look.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    concatStringsSep
    elem
    filter
    isAttrs
    isFloat
    isList
    isPath
    isString
    map
    mapAttrs
    replaceStrings
    split
    ;
  inherit (lib.attrsets) mapAttrsToList;
  inherit (lib.lists) init last;
  inherit (lib.strings) escape escapeNixIdentifier toJSON;
  inherit (lib.trivial) functionArgs isFunction;

  escapeQuoted = escape [
    "\\"
    "\""
    "\${"
  ];
  escapeIndented = replaceStrings [ "\${" "''" ] [ "''\${" "'''" ];

  showFunction =
    f:
    let
      args = functionArgs f;
      names = mapAttrsToList (name: optional: if optional then "${name}?" else name) args;
    in
    if args == { } then "<function>" else "<function, args: {${concatStringsSep ", " names}}>";

  showText =
    multiline: open: close: text:
    let
      lines = filter isString (split "\n" text);
      escaped = map escapeIndented lines;
    in
    if multiline && builtins.length lines > 1 then
      "''${open}${concatStringsSep open (init escaped)}${
        if last escaped == "" then close else open + last escaped
      }''"
    else
      "\"${concatStringsSep "\\n" (map escapeQuoted lines)}\"";

  # Attributes that a generator reads rather than shows: no limit applies to them.
  special = [
    "__functor"
    "__functionArgs"
    "__toString"
    "__pretty"
  ];
in
{
  toPretty =
    {
      allowPrettyValues ? false,
      multiline ? true,
      indent ? "",
    }:
    let
      go =
        margin: value:
        let
          open = if multiline then "\n${margin}  " else " ";
          close = if multiline then "\n${margin}" else " ";
          deeper = go (margin + "  ");
          block = left: right: items: left + open + concatStringsSep open items + close + right;
        in
        if isString value then
          showText multiline open close value
        else if isFloat value then
          toJSON value
        else if isPath value then
          toString value
        else if isList value then
          if value == [ ] then "[ ]" else block "[" "]" (map deeper value)
        else if isFunction value then
          showFunction value
        else if !isAttrs value then
          toJSON value
        else if allowPrettyValues && value ? __pretty && value ? val then
          value.__pretty value.val
        else if value == { } then
          "{ }"
        else if value.type or null == "derivation" then
          "<derivation ${value.name or "???"}>"
        else
          block "{" "}" (
            mapAttrsToList (
              name: item:
              "${escapeNixIdentifier name} = ${
                addErrorContext "while evaluating an attribute `${name}`" (deeper item)
              };"
            ) value
          );
    in
    go indent;

  withRecursion =
    {
      depthLimit,
      throwOnDepthLimit ? true,
    }:
    let
      beyond =
        if throwOnDepthLimit then
          throw "Exceeded maximum eval-depth limit of ${toString depthLimit} while trying to evaluate with `generators.withRecursion'!"
        else
          "<unevaluated>";
      limit = depth: value: if depthLimit != null && depth > depthLimit then beyond else value;
      go =
        depth: value:
        let
          inner = item: go (depth + 1) (limit (depth + 1) item);
        in
        if isAttrs value then
          mapAttrs (name: item: if elem name special then item else inner item) value
        else if isList value then
          map inner value
        else
          limit (depth + 1) value;
    in
    assert builtins.isInt depthLimit;
    go 0;
}
