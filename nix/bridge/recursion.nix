# Are two option types the same one? Types hold functions, so they cannot be compared by value, and
# comparing whole sets would force defaults. What can be compared without forcing anything else are
# functions by the identity of their values, which `intersectAttrs` hands on where a selection copies.
{ }:
let
  inherit (builtins)
    all
    attrNames
    concatMap
    elemAt
    filter
    genList
    intersectAttrs
    isAttrs
    isFunction
    isList
    isPath
    length
    typeOf
    unsafeGetAttrPos
    ;

  functions = intersectAttrs {
    check = null;
    merge = null;
  };

  # A type built once and reached twice. Only types that hold types can be a level of a recursion.
  sameValue = a: b: a.name == b.name && functions a == functions b;

  sameModules =
    a: b:
    isList a
    && isList b
    && a != [ ]
    && sameUnwrapped (concatMap unwrap a) (concatMap unwrap b);

  # The module system wraps the modules of a declared submodule to tell their file.
  unwrap =
    module:
    if isAttrs module && module ? _file && module ? imports && !(module ? options) then
      concatMap unwrap module.imports
    else
      [ module ];

  # `filter` hands the elements on as they are, where `elemAt` would copy them.
  sameUnwrapped =
    a: b:
    let
      setsOfA = filter isAttrs a;
      setsOfB = filter isAttrs b;
    in
    length a == length b
    && map typeOf a == map typeOf b
    && filter isFunction a == filter isFunction b
    && filter isPath a == filter isPath b
    && all (index: sameSet (elemAt setsOfA index) (elemAt setsOfB index)) (
      genList (index: index) (length setsOfA)
    );

  sameSet = a: b: a ? options && b ? options && !(a ? imports || b ? imports) && sameTree a b;

  # The same literal, evaluated once: equal positions, and every type in it is one value. A literal
  # in a function that is called again gives other types, so a recursion that ends is not mistaken.
  sameTree =
    a: b:
    attrNames a == attrNames b
    && all (name: unsafeGetAttrPos name a == unsafeGetAttrPos name b) (attrNames a)
    && all (name: sameEntry a.${name} b.${name}) (attrNames (removeAttrs a [ "config" "_file" ]));

  sameEntry =
    a: b:
    if !(isAttrs a && isAttrs b) then
      false
    else if a._type or null == "option" && b._type or null == "option" then
      sameValue (a.type or { name = null; }) (b.type or { name = null; })
    else
      sameTree a b;
in
{
  inherit sameModules sameValue;
}
