# Ways to make one value of several definitions, for types of one's own.
{ lib }:
let
  inherit (builtins)
    all
    concatLists
    foldl'
    head
    isAttrs
    isBool
    isInt
    isList
    isString
    length
    ;
  inherit (lib.trivial) isFunction;
  inherit (lib.modules.internal) messages;
  inherit (lib.options) getValues;

  # By the kind of the values; what nothing says how to merge must be one value.
  mergeDefaultOption =
    loc: defs:
    let
      values = getValues defs;
      first = head values;
    in
    if length values == 1 then
      first
    else if all isFunction values then
      argument: mergeDefaultOption loc (map (def: def // { value = def.value argument; }) defs)
    else if all isList values then
      concatLists values
    else if all isAttrs values then
      foldl' (merged: value: merged // value) { } values
    else if all isBool values then
      builtins.any (value: value) values
    else if all isString values then
      builtins.concatStringsSep "" values
    else if all isInt values && all (value: value == first) values then
      first
    else
      throw (messages.notMergeable loc defs);

  mergeUniqueOption =
    {
      message,
      merge ? _: defs: (head defs).value,
    }:
    loc: defs:
    if length defs == 1 then merge loc defs else throw (messages.notUnique loc message defs);
in
{
  inherit mergeDefaultOption mergeUniqueOption;

  mergeOneOption = mergeUniqueOption { message = ""; };

  mergeEqualOption =
    loc: defs:
    let
      first = (head defs).value;
    in
    if length defs == 1 || all (def: def.value == first) defs then
      first
    else
      throw (messages.conflict loc defs);
}
