{ lib, throws }:
let
  even = n: lib.mod n 2 == 0;
  five = [ 1 2 3 4 5 ];
in
{
  all = f: [ [ (f even [ 2 4 ]) true ] [ (f even [ ]) true ] ];
  allUnique = f: [ [ (f [ 1 2 ]) true ] [ (f [ 1 1 ]) false ] ];
  any = f: [ [ (f even five) true ] [ (f even [ ]) false ] ];
  commonPrefix = f: [ [ (f [ 1 2 3 ] [ 1 2 4 ]) [ 1 2 ] ] [ (f [ 1 ] [ 1 2 ]) [ 1 ] ] [ (f [ ] [ 1 ]) [ ] ] ];
  compareLists = f: [
    [ (f lib.compare [ 1 2 ] [ 1 3 ]) (-1) ]
    [ (f lib.compare [ ] [ ]) 0 ]
    [ (f lib.compare [ 1 ] [ ]) 1 ]
    [ (f lib.compare [ ] [ 1 ]) (-1) ]
  ];
  concatAttrValues = f: [ [ (f { b = [ 2 ]; a = [ 1 ]; }) [ 1 2 ] ] ];
  concatLists = f: [ [ (f [ [ 1 ] [ ] [ 2 ] ]) [ 1 2 ] ] ];
  concatMap = f: [ [ (f (x: [ x x ]) [ 1 2 ]) [ 1 1 2 2 ] ] ];
  count = f: [ [ (f even five) 2 ] ];
  crossLists = f: [ [ (f (a: b: a * b) [ [ 1 2 ] [ 3 4 ] ]) [ 3 4 6 8 ] ] ];
  drop = f: [ [ (f 2 five) [ 3 4 5 ] ] [ (f 9 five) [ ] ] ];
  dropEnd = f: [ [ (f 2 five) [ 1 2 3 ] ] [ (f 9 five) [ ] ] ];
  elem = f: [ [ (f 3 five) true ] ];
  elemAt = f: [ [ (f five 0) 1 ] ];
  filter = f: [ [ (f even five) [ 2 4 ] ] ];
  findFirst = f: [ [ (f even null five) 2 ] [ (f (_: false) "none" five) "none" ] [ (f (x: if x == 2 then throw "beyond" else true) 0 five) 1 ] ];
  findFirstIndex = f: [ [ (f even null five) 1 ] [ (f (_: false) null five) null ] [ (f (x: x == 1) null five) 0 ] [ (f (n: n == 99999) null (lib.range 0 99999)) 99999 ] ];
  findSingle = f: [ [ (f (x: x == 3) "none" "several" five) 3 ] [ (f even "none" "several" five) "several" ] [ (f (_: false) "none" "several" five) "none" ] ];
  flatten = f: [ [ (f [ 1 [ 2 [ 3 ] ] [ ] ]) [ 1 2 3 ] ] [ (f 1) [ 1 ] ] ];
  fold = f: [ [ (f (a: b: a - b) 0 [ 3 2 ]) 1 ] ];
  foldl = f: [ [ (f (a: b: "(${a}${toString b})") "0" [ 1 2 ]) "((01)2)" ] [ (f (_: b: b) (throw "lazy") [ 1 ]) 1 ] ];
  foldl' = f: [ [ (f (a: b: a + b) 0 five) 15 ] [ (f (_: b: b) (throw "strict") [ 1 ]) throws ] ];
  foldr = f: [ [ (f (a: b: "(${toString a}${b})") "0" [ 1 2 ]) "(1(20))" ] [ (f (a: _: a) (throw "lazy") [ 1 ]) 1 ] ];
  forEach = f: [ [ (f [ 1 ] (x: x + 1)) [ 2 ] ] ];
  genList = f: [ [ (f (n: n * n) 3) [ 0 1 4 ] ] ];
  groupBy = f: [ [ (f (x: if even x then "e" else "o") five) { e = [ 2 4 ]; o = [ 1 3 5 ]; } ] ];
  groupBy' = f: [ [ (f builtins.add 0 (x: if even x then "e" else "o") five) { e = 6; o = 9; } ] ];
  hasPrefix = f: [ [ (f [ 1 ] five) true ] [ (f [ 2 ] five) false ] [ (f [ ] [ ]) true ] ];
  head = f: [ [ (f five) 1 ] ];
  ifilter0 = f: [ [ (f (i: _: i == 0) five) [ 1 ] ] ];
  imap0 = f: [ [ (f (i: x: i + x) five) [ 1 3 5 7 9 ] ] ];
  imap1 = f: [ [ (f (i: x: i * x) [ 1 2 ]) [ 1 4 ] ] ];
  init = f: [ [ (f five) [ 1 2 3 4 ] ] [ (f [ ]) throws ] ];
  intersectLists = f: [ [ (f [ 1 9 ] five) [ 1 ] ] [ (f [ 3 2 ] five) [ 2 3 ] ] ];
  isList = f: [ [ (f [ ]) true ] ];
  last = f: [ [ (f five) 5 ] [ (f [ ]) throws ] ];
  length = f: [ [ (f five) 5 ] ];
  listDfs = f: [ [ (f true lib.hasPrefix [ "/home/user" "other" "/" "/home" ]) { minimal = "/"; visited = [ "/home/user" ]; rest = [ "/home" "other" ]; } ] ];
  map = f: [ [ (f (x: x + 1) [ 1 ]) [ 2 ] ] ];
  mutuallyExclusive = f: [ [ (f [ 1 ] [ 2 ]) true ] [ (f [ 1 ] [ 1 ]) false ] [ (f [ ] [ 1 ]) true ] ];
  naturalSort = f: [ [ (f [ "disk11" "disk8" "disk100" "disk9" ]) [ "disk8" "disk9" "disk11" "disk100" ] ] [ (f [ "v0.2" "v0.15" "v0.0.9" ]) [ "v0.0.9" "v0.2" "v0.15" ] ] ];
  optional = f: [ [ (f true 1) [ 1 ] ] [ (f false (throw "lazy")) [ ] ] ];
  optionals = f: [ [ (f true [ 1 ]) [ 1 ] ] [ (f false (throw "lazy")) [ ] ] ];
  partition = f: [ [ (f even five) { right = [ 2 4 ]; wrong = [ 1 3 5 ]; } ] ];
  range = f: [ [ (f 2 4) [ 2 3 4 ] ] [ (f 3 2) [ ] ] ];
  remove = f: [ [ (f 1 [ 1 2 1 ]) [ 2 ] ] ];
  removePrefix = f: [ [ (f [ 1 2 ] five) [ 3 4 5 ] ] [ (f [ 2 ] five) throws ] ];
  replaceElemAt = f: [ [ (f five 1 "b") [ 1 "b" 3 4 5 ] ] [ (f five 5 "b") throws ] ];
  replicate = f: [ [ (f 2 "a") [ "a" "a" ] ] [ (f 0 "a") [ ] ] ];
  reverseList = f: [ [ (f five) [ 5 4 3 2 1 ] ] [ (f [ ]) [ ] ] ];
  singleton = f: [ [ (f 1) [ 1 ] ] ];
  sort = f: [ [ (f (a: b: a > b) five) [ 5 4 3 2 1 ] ] ];
  sortOn = f: [ [ (f builtins.stringLength [ "aa" "b" "cc" ]) [ "b" "aa" "cc" ] ] ];
  sublist = f: [ [ (f 1 3 five) [ 2 3 4 ] ] [ (f 4 3 five) [ 5 ] ] [ (f 9 1 five) [ ] ] ];
  subtractLists = f: [ [ (f [ 3 9 ] five) [ 1 2 4 5 ] ] ];
  tail = f: [ [ (f [ 1 2 ]) [ 2 ] ] ];
  take = f: [ [ (f 2 five) [ 1 2 ] ] [ (f 9 [ 1 ]) [ 1 ] ] ];
  takeEnd = f: [ [ (f 2 five) [ 4 5 ] ] [ (f 9 [ 1 ]) [ 1 ] ] ];
  toList = f: [ [ (f 1) [ 1 ] ] [ (f [ 1 ]) [ 1 ] ] ];
  toposort = f: [
    [ (f lib.hasPrefix [ "/home/user" "other" "/" "/home" ]) { result = [ "/" "/home" "/home/user" "other" ]; } ]
    [ (f (a: b: a < b) [ 3 2 1 ]) { result = [ 1 2 3 ]; } ]
    [ ((f (_: _: true) [ 1 2 ]) ? cycle) true ]
  ];
  unique = f: [ [ (f [ 3 2 3 4 ]) [ 3 2 4 ] ] ];
  uniqueStrings = f: [ [ (f [ "b" "a" "b" ]) [ "a" "b" ] ] ];
  zipLists = f: [ [ (f [ 1 2 ] [ "a" ]) [ { fst = 1; snd = "a"; } ] ] ];
  zipListsWith = f: [ [ (f (a: b: a + b) [ "h" "l" ] [ "e" "o" ]) [ "he" "lo" ] ] ];
}
