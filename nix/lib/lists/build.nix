# Lists made, mapped, folded and joined.
{ lib }:
let
  inherit (builtins)
    attrValues
    concatLists
    concatMap
    elemAt
    genList
    groupBy
    isList
    length
    map
    mapAttrs
    ;
  inherit (lib.lists) flatten foldl foldr;
  inherit (lib.trivial) min;
in
{
  singleton = element: [ element ];
  toList = value: if isList value then value else [ value ];
  optional = condition: element: if condition then [ element ] else [ ];
  optionals = condition: elements: if condition then elements else [ ];
  range = first: last: if first > last then [ ] else genList (n: first + n) (last - first + 1);
  replicate = count: element: genList (_: element) count;

  forEach = list: f: map f list;
  imap0 = f: list: genList (n: f n (elemAt list n)) (length list);
  imap1 = f: list: genList (n: f (n + 1) (elemAt list n)) (length list);
  flatten = value: if isList value then concatMap flatten value else [ value ];
  reverseList =
    list:
    let
      end = length list - 1;
    in
    genList (n: elemAt list (end - n)) (length list);
  concatAttrValues = set: concatLists (attrValues set);
  replaceElemAt =
    list: index: element:
    if index < 0 || index >= length list then
      throw "lists.replaceElemAt: index ${toString index} is outside a list of ${toString (length list)} elements"
    else
      genList (n: if n == index then element else elemAt list n) (length list);

  # Lazy from the right and from the left; builtins.foldl' is the strict one.
  foldr =
    op: initial: list:
    let
      from = n: if n == length list then initial else op (elemAt list n) (from (n + 1));
    in
    from 0;
  foldl =
    op: initial: list:
    let
      upTo = n: if n == 0 then initial else op (upTo (n - 1)) (elemAt list (n - 1));
    in
    upTo (length list);
  fold = foldr;
  # Unlike the builtin it is strict in the initial value too.
  foldl' =
    op: initial:
    builtins.seq initial (builtins.foldl' op initial);

  groupBy' =
    op: initial: key: list:
    mapAttrs (_: foldl op initial) (groupBy key list);
  zipListsWith =
    f: a: b:
    genList (n: f (elemAt a n) (elemAt b n)) (min (length a) (length b));
  zipLists = lib.lists.zipListsWith (fst: snd: { inherit fst snd; });
  crossLists = f: foldl (functions: values: concatMap (g: map g values) functions) [ f ];
}
