# preview: one short line that lets a person recognise a value. Never deep, never long.
{ lib }:
let
  inherit (builtins)
    attrNames
    concatStringsSep
    isAttrs
    isFunction
    isList
    isString
    length
    stringLength
    substring
    ;
  inherit (lib.lists) take;
  inherit (lib.strings) escapeNixIdentifier escapeNixString;

  shorten = limit: text: if stringLength text > limit then "${substring 0 limit text}…" else text;

  show =
    depth: value:
    if isString value then
      escapeNixString (shorten 80 (builtins.unsafeDiscardStringContext value))
    else if isFunction value then
      "<function>"
    else if isList value then
      list depth value
    else if isAttrs value then
      attrs depth value
    else if value == null then
      "null"
    else if builtins.isPath value then
      toString value
    else
      lib.strings.toJSON value;

  list =
    depth: value:
    if value == [ ] then
      "[ ]"
    else if depth == 0 then
      "[ … ]"
    else
      "[ ${concatStringsSep " " (map (attempt (depth - 1)) (take 5 value))} ${
        if length value > 5 then "… " else ""
      }]";

  attrs =
    depth: value:
    let
      names = attrNames value;
      tag = value._type or null;
    in
    if value.type or null == "derivation" then
      "<derivation ${value.name or "?"}>"
    else if value ? __functor then
      "<function>"
    else if isString tag then
      "<${tag}>"
    else if names == [ ] then
      "{ }"
    else if depth == 0 then
      "{ … }"
    else
      "{ ${
        concatStringsSep " " (
          map (name: "${escapeNixIdentifier name} = ${attempt (depth - 1) value.${name}};") (take 5 names)
        )
      } ${if length names > 5 then "… " else ""}}";

  # A part that throws must not hide the message it is part of.
  attempt =
    depth: value:
    let
      shown = builtins.tryEval (show depth value);
    in
    if shown.success then shown.value else "<error>";
in
value: shorten 300 (show 2 value)
