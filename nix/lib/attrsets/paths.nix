# Attribute sets reached by a path, a list of names.
{ lib }:
let
  inherit (builtins)
    concatStringsSep
    elemAt
    groupBy
    hasAttr
    head
    isAttrs
    length
    mapAttrs
    partition
    ;
  inherit (lib.attrsets) showAttrPath;
  inherit (lib.lists) foldl take;
  inherit (lib.strings) concatMapStringsSep escapeNixIdentifier;

  # Number of leading names of `path` that exist in `value`, and what is found there.
  walk =
    path: value:
    let
      go =
        n: here:
        if n < length path && here ? ${elemAt path n} then
          go (n + 1) here.${elemAt path n}
        else
          {
            found = n;
            value = here;
          };
    in
    go 0 value;

  attrByPath =
    path: default: value:
    let
      end = walk path value;
    in
    if end.found == length path then end.value else default;

  # Updates that share the first `depth` names of their path, applied to `value`.
  update =
    depth: exists: value: updates:
    let
      parts = partition (u: length u.path == depth) updates;
      below = groupBy (u: elemAt u.path depth) parts.wrong;
      updated =
        if parts.wrong == [ ] then
          if exists then value else throw (absent (head parts.right).path)
        else if !exists then
          mapAttrs (_: update (depth + 1) false null) below
        else if isAttrs value then
          value // mapAttrs (name: update (depth + 1) (hasAttr name value) value.${name}) below
        else
          throw (notASet depth (head parts.wrong).path);
    in
    foldl (result: u: u.update result) updated parts.right;

  absent =
    path:
    "updateManyAttrsByPath: nothing is at the path '${showAttrPath path}', but its update reads the old value";
  notASet =
    depth: path:
    "updateManyAttrsByPath: the path '${showAttrPath path}' cannot be updated, because '${showAttrPath (take depth path)}' is not an attribute set";
in
{
  inherit attrByPath;

  hasAttrByPath = path: value: (walk path value).found == length path;
  longestValidPathPrefix = path: value: take (walk path value).found path;

  getAttrFromPath =
    path: value:
    attrByPath path (throw "cannot find the attribute '${concatStringsSep "." path}'") value;

  setAttrByPath =
    path: value:
    let
      at = n: if n == length path then value else { ${elemAt path n} = at (n + 1); };
    in
    at 0;

  updateManyAttrsByPath = updates: value: update 0 true value updates;

  showAttrPath =
    path:
    if path == [ ] then "<root attribute path>" else concatMapStringsSep "." escapeNixIdentifier path;
}
