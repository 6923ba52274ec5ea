# Lists that are merged by key. A list and an attribute set may define the same field, both at once too: a
# list turns into an attribute set that remembers positions, and the merged set turns back into a list.
{ lib }:
let
  inherit (builtins)
    attrNames attrValues concatStringsSep elemAt filter foldl' groupBy isAttrs isList length listToAttrs mapAttrs sort
    stringLength substring tail;
  inherit (lib) imap0 showOption;
  inherit (import ./properties.nix { inherit lib; }) resolve;

  unnamed = "__kubenix_list_merge_key_";

  isUnnamed = name: substring 0 (stringLength unnamed) name == unnamed;

  # mkDefault and the like may wrap the key itself.
  text = value: toString (if isAttrs value then value.content else value);

  keyOf = field: item:
    let key = elemAt field 1; others = tail (tail field); in
    if item ? ${key} then text item.${key}
    else unnamed + concatStringsSep "" (map (other: if item ? ${other} then text item.${other} else "") others);

  contentOf = item:
    if !(isAttrs item) then item
    else if item._type or null == "merge" then foldl' (all: part: all // contentOf part) { } item.contents
    else if item ? _type && item ? content then contentOf item.content
    else item;

  positioned = position: item:
    if item ? _type then { _type = "merge"; contents = [ item position ]; } else item // position;
in
{
  inherit isUnnamed;

  # A definition in list form → the same in attribute-set form. Of items with one key the first stays; it
  # then carries `_dropped`, which is how the warning about the others finds them.
  toAttrs = { field, loc }: definition:
    if !(isList definition.value) then definition
    else
      let
        counts = item: resolve { inherit loc; } [{ inherit (definition) file; value = item; }] != [ ];
        rows = imap0
          (index: item:
            if !(isAttrs item) then
              throw "${showOption loc} (in ${definition.file}): item ${toString index} must be an attribute set with `${elemAt field 1}`."
            else { name = keyOf field (contentOf item); value = { inherit index item; }; })
          (filter counts definition.value);
        attrs = listToAttrs rows;
        copies = groupBy (row: row.name) rows;
        position = name: index:
          if length (attrNames attrs) == length rows || length copies.${name} == 1
          then { _priority = index; }
          else { _priority = index; _dropped = map (_: definition.file) (tail copies.${name}); };
      in
      definition // { value = mapAttrs (name: { index, item }: positioned (position name index) item) attrs; };

  # Merged items by name → list: by attribute name, items of list definitions by their position.
  toList = items:
    sort
      (a: b: a._priority or null != null && b._priority or null != null && a._priority < b._priority)
      (attrValues items);
}
