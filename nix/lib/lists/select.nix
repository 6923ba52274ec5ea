# Parts of a list, and questions about it.
{ lib }:
let
  inherit (builtins)
    any
    attrNames
    elem
    elemAt
    filter
    foldl'
    genList
    groupBy
    length
    map
    ;
  inherit (lib.lists)
    drop
    findFirstIndex
    sublist
    take
    unique
    ;
  inherit (lib.trivial) max min;

  nonEmpty =
    function: list: result:
    if list == [ ] then throw "lists.${function}: list must not be empty!" else result;
in
{
  sublist =
    start: count: list:
    let
      available = max 0 (length list - start);
    in
    genList (n: elemAt list (start + n)) (min count available);
  take = count: sublist 0 count;
  drop = count: list: sublist count (length list) list;
  takeEnd = count: list: drop (max 0 (length list - count)) list;
  dropEnd = count: list: take (max 0 (length list - count)) list;
  last = list: nonEmpty "last" list (elemAt list (length list - 1));
  init = list: nonEmpty "init" list (take (length list - 1) list);

  remove = element: filter (other: other != element);
  ifilter0 =
    keep: list:
    map (elemAt list) (filter (n: keep n (elemAt list n)) (genList (n: n) (length list)));

  findSingle =
    pred: none: several: list:
    let
      found = filter pred list;
    in
    if found == [ ] then
      none
    else if length found == 1 then
      builtins.head found
    else
      several;
  # One integer of state, so that a long list builds no chain of thunks: n ≥ 0 is found at n,
  # below that nothing is found in the first -n-1 elements.
  findFirstIndex =
    pred: default: list:
    let
      state = foldl' (
        n: element:
        if n >= 0 then
          n
        else if pred element then
          -n - 1
        else
          n - 1
      ) (-1) list;
    in
    if state < 0 then default else state;
  findFirst =
    pred: default: list:
    let
      index = findFirstIndex pred null list;
    in
    if index == null then default else elemAt list index;
  count = pred: list: length (filter pred list);

  hasPrefix = prefix: list: take (length prefix) list == prefix;
  removePrefix =
    prefix: list:
    if take (length prefix) list == prefix then
      drop (length prefix) list
    else
      throw "lists.removePrefix: the first list is not the beginning of the second";
  commonPrefix =
    a: b:
    let
      shorter = min (length a) (length b);
      same = n: if n < shorter && elemAt a n == elemAt b n then same (n + 1) else n;
    in
    take (same 0) a;

  unique = foldl' (kept: element: if elem element kept then kept else kept ++ [ element ]) [ ];
  uniqueStrings = list: attrNames (groupBy (text: text) list);
  allUnique = list: length (unique list) == length list;
  intersectLists = wanted: filter (element: elem element wanted);
  subtractLists = unwanted: filter (element: !elem element unwanted);
  mutuallyExclusive = a: b: !any (element: elem element b) a;
}
