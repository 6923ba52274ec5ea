# A Nix value → how it crosses to JSON: `{ json = …; }`, `{ digits = …; }` for JSON text with numbers that would
# not come through as JSON, `{ text = …; }` for Nix code or prose that stands for the value, or
# `{ unavailable = reason; }`. Errors that `tryEval` does not catch pass through.
{ }:
let
  inherit (builtins)
    attrValues
    deepSeq
    elem
    filter
    head
    isAttrs
    isString
    tryEval
    typeOf
    ;

  numbers = import ./numbers.nix;

  # Package sets and configurations as values are cyclic or practically endless.
  deepest = 16;

  textTypes = [
    "literalExpression"
    "literalExample"
    "literalMD"
    "literalDocBook"
    "mdDoc"
  ];

  isText = value: isAttrs value && elem (value._type or null) textTypes && isString value.text or null;

  firstObstacle =
    depth: values:
    let
      found = filter (reason: reason != null) (map (obstacle (depth + 1)) values);
    in
    if found == [ ] then null else head found;

  # Why a value cannot be JSON, or null.
  obstacle =
    depth: value:
    if depth > deepest then
      "a value nested deeper than ${toString deepest} levels"
    else
      {
        lambda = "a function";
        path = "a path";
        list = firstObstacle depth value;
        set = setObstacle depth value;
      }
      .${typeOf value} or null;

  setObstacle =
    depth: value:
    if value ? outPath || value ? __toString then
      "a package"
    else if value ? _type then
      "a value of type ${typeName value._type}"
    else
      firstObstacle depth (attrValues value);

  typeName = type: if isString type then type else "unknown";

  documented =
    value:
    if isText value then
      { inherit (value) text; }
    else if isAttrs value && value ? name && value.type or null == "derivation" then
      { text = "<derivation ${value.name}>"; }
    else
      let
        reason = obstacle 0 value;
      in
      if reason != null then
        { unavailable = reason; }
      else if numbers.isLossy value then
        { digits = numbers.text value; }
      else
        { json = value; };
in
value:
let
  result = tryEval (deepSeq (documented value) (documented value));
in
if result.success then result.value else { unavailable = "it throws when it is evaluated"; }
