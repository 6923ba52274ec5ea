# Attribute sets mapped, filtered, folded, and turned into lists.
{ lib }:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    filter
    foldl'
    isAttrs
    listToAttrs
    map
    mapAttrs
    removeAttrs
    ;
  inherit (lib.attrsets)
    cartesianProduct
    collect
    filterAttrsRecursive
    genAttrs'
    mapAttrsRecursiveCond
    mapAttrsToList
    mapAttrsToListRecursiveCond
    nameValuePair
    ;
  inherit (lib.lists) foldr;
in
{
  nameValuePair = name: value: { inherit name value; };

  attrVals = names: set: map (name: set.${name}) names;
  getAttrs = names: set: listToAttrs (map (name: nameValuePair name set.${name}) names);
  genAttrs = names: f: genAttrs' names (name: nameValuePair name (f name));
  genAttrs' = items: f: listToAttrs (map f items);

  mapAttrs' = f: set: listToAttrs (mapAttrsToList f set);
  mapAttrsToList = f: set: attrValues (mapAttrs f set);
  attrsToList = mapAttrsToList nameValuePair;
  concatMapAttrs = f: set: foldl' (merged: part: merged // part) { } (mapAttrsToList f set);

  filterAttrs =
    keep: set: removeAttrs set (filter (name: !keep name set.${name}) (attrNames set));
  filterAttrsRecursive =
    keep: set:
    mapAttrs (_: value: if isAttrs value then filterAttrsRecursive keep value else value) (
      lib.attrsets.filterAttrs keep set
    );

  foldlAttrs =
    f: initial: set:
    foldl' (result: name: f result name set.${name}) initial (attrNames set);
  foldAttrs =
    op: initial: sets:
    foldr (
      set: result: result // mapAttrs (name: value: op value (result.${name} or initial)) set
    ) { } sets;

  # Values that satisfy the predicate, at any depth, the outermost only.
  collect =
    pred: value:
    if pred value then
      [ value ]
    else if isAttrs value then
      concatMap (collect pred) (attrValues value)
    else
      [ ];

  mapAttrsRecursive = mapAttrsRecursiveCond (_: true);
  mapAttrsRecursiveCond =
    descend: f: set:
    let
      go =
        path:
        mapAttrs (
          name: value:
          let
            here = path ++ [ name ];
          in
          if isAttrs value && descend value then go here value else f here value
        );
    in
    go [ ] set;
  mapAttrsToListRecursive = mapAttrsToListRecursiveCond (_: _: true);
  mapAttrsToListRecursiveCond =
    descend: f: set:
    let
      go =
        path: inner:
        concatMap (
          name:
          let
            here = path ++ [ name ];
            value = inner.${name};
          in
          if isAttrs value && descend here value then go here value else [ (f here value) ]
        ) (attrNames inner);
    in
    go [ ] set;

  # All combinations of one element per list; the last name varies fastest.
  cartesianProduct =
    lists:
    foldl' (
      partial: name: concatMap (set: map (value: set // { ${name} = value; }) lists.${name}) partial
    ) [ { } ] (attrNames lists);
  mapCartesianProduct = f: lists: map f (cartesianProduct lists);
}
