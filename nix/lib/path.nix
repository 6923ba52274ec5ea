# lib.path: path values, and subpaths (relative strings without "..").
{ lib }:
let
  inherit (builtins)
    baseNameOf
    concatStringsSep
    dirOf
    filter
    isPath
    isString
    match
    split
    storeDir
    substring
    typeOf
    ;
  inherit (lib.lists) drop elemAt length;
  listHasPrefix = lib.lists.hasPrefix;

  # { root; components; } of a path value.
  deconstruct =
    path:
    let
      go =
        components: base:
        if base == dirOf base then
          {
            root = base;
            inherit components;
          }
        else
          go ([ (baseNameOf base) ] ++ components) (dirOf base);
    in
    go [ ] path;

  # Why a value is no subpath; null when it is one.
  problem =
    value:
    if !isString value then
      "is a ${typeOf value}, but must be a string"
    else if value == "" then
      "is empty"
    else if substring 0 1 value == "/" then
      "\"${value}\" is absolute: it starts with a slash"
    else if match "(.*/)?\\.\\.(/.*)?" value != null then
      "\"${value}\" has a `..` component"
    else
      null;

  checked =
    function: value: result:
    if problem value == null then result else throw "lib.path.${function}: the subpath ${problem value}";
  checkedPath =
    function: value: result:
    if isPath value then
      result
    else
      throw "lib.path.${function}: an argument is a ${typeOf value}, but it must be a path value";

  components = value: filter (part: isString part && part != "" && part != ".") (split "/" value);
  join = parts: "./" + (if parts == [ ] then "." else concatStringsSep "/" parts);

  storeComponents = components storeDir;
  # Below the store, or a content-addressed path, as a placeholder store has them.
  inStore =
    parts:
    let
      below = drop (length storeComponents) parts;
      entry = elemAt below 0;
    in
    listHasPrefix storeComponents parts
    && below != [ ]
    && match "[0-9a-z]{32}-.*" entry != null
    || parts != [ ] && match "[0-9a-z]{52}" (elemAt parts 0) != null;
in
{
  append =
    path: sub:
    checkedPath "append" path (checked "append" sub (path + ("/" + sub)));

  hasPrefix =
    prefix: path:
    let
      a = deconstruct prefix;
      b = deconstruct path;
    in
    checkedPath "hasPrefix" prefix (
      checkedPath "hasPrefix" path (a.root == b.root && listHasPrefix a.components b.components)
    );

  removePrefix =
    prefix: path:
    let
      a = deconstruct prefix;
      b = deconstruct path;
    in
    checkedPath "removePrefix" prefix (
      checkedPath "removePrefix" path (
        if a.root == b.root && listHasPrefix a.components b.components then
          join (drop (length a.components) b.components)
        else
          throw "lib.path.removePrefix: ${toString prefix} is not a prefix of ${toString path}"
      )
    );

  splitRoot =
    path:
    let
      parts = deconstruct path;
    in
    checkedPath "splitRoot" path {
      inherit (parts) root;
      subpath = join parts.components;
    };

  hasStorePathPrefix =
    path: checkedPath "hasStorePathPrefix" path (inStore (deconstruct path).components);

  subpath = {
    isValid = value: problem value == null;
    components = value: checked "subpath.components" value (components value);
    normalise = value: checked "subpath.normalise" value (join (components value));
    join =
      parts:
      join (builtins.concatMap (part: checked "subpath.join" part (components part)) parts);
  };
}
