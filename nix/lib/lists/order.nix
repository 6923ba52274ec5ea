# Lists put in order.
{ lib }:
let
  inherit (builtins)
    filter
    head
    isList
    map
    partition
    sort
    split
    tail
    ;
  inherit (lib.lists)
    compareLists
    listDfs
    reverseList
    toposort
    ;
  inherit (lib.trivial) compare;

  # Keys are computed once per element, not once per comparison.
  sortByKey =
    less: key: list:
    map (pair: pair.value) (
      sort (a: b: less a.key b.key) (
        map (value: {
          inherit value;
          key = key value;
        }) list
      )
    );

  # Text and numbers in turn: "a10b" → [ "a" 10 "b" ].
  naturalKey =
    text:
    map (part: if isList part then lib.strings.toInt (head part) else part) (
      split "(0|[1-9][0-9]*)" text
    );
in
{
  sortOn = sortByKey (a: b: a < b);
  naturalSort = sortByKey (a: b: compareLists compare a b < 0) naturalKey;

  compareLists =
    cmp: a: b:
    if a == [ ] || b == [ ] then
      (if a == [ ] then 0 else 1) - (if b == [ ] then 0 else 1)
    else
      let
        first = cmp (head a) (head b);
      in
      if first != 0 then first else compareLists cmp (tail a) (tail b);

  # Depth-first search for an element that nothing else comes before.
  listDfs =
    stopOnCycles: before: list:
    let
      go =
        here: visited: rest:
        let
          loops = filter (other: before other here) visited;
          earlier = partition (other: before other here) rest;
        in
        if stopOnCycles && loops != [ ] then
          {
            cycle = here;
            inherit loops rest visited;
          }
        else if earlier.right == [ ] then
          {
            minimal = here;
            inherit rest visited;
          }
        else
          go (head earlier.right) ([ here ] ++ visited) (tail earlier.right ++ earlier.wrong);
    in
    go (head list) [ ] (tail list);

  toposort =
    before: list:
    let
      first = listDfs true before list;
      others = toposort before (first.visited ++ first.rest);
    in
    if list == [ ] || tail list == [ ] then
      { result = list; }
    else if first ? cycle then
      {
        cycle = reverseList ([ first.cycle ] ++ first.visited);
        inherit (first) loops;
      }
    else if others ? cycle then
      others
    else
      { result = [ first.minimal ] ++ others.result; };
}
