{ lib, throws }:
let
  nested = {
    a.b.c = 1;
    a.d = 2;
    e = 3;
  };
  drv = {
    type = "derivation";
    name = "p";
    outPath = "/p";
  };
  outputs = drv // {
    dev = "/dev";
    lib = "/lib";
    out = "/out";
  };
in
{
  attrByPath = f: [
    [ (f [ "a" "b" "c" ] 0 nested) 1 ]
    [ (f [ "a" "x" ] 0 nested) 0 ]
    [ (f [ "e" "x" ] 0 nested) 0 ]
    [ (f [ ] 0 nested) nested ]
    [ (f [ "a" ] (throw "not looked at") nested).d 2 ]
  ];
  attrNames = f: [ [ (f { b = 1; a = 2; }) [ "a" "b" ] ] ];
  attrVals = f: [
    [ (f [ "e" ] nested) [ 3 ] ]
    [ (f [ ] nested) [ ] ]
  ];
  attrValues = f: [ [ (f { b = 1; a = 2; }) [ 2 1 ] ] ];
  attrsToList = f: [ [ (f { a = 1; }) [ { name = "a"; value = 1; } ] ] [ (f { }) [ ] ] ];
  cartesianProduct = f: [
    [
      (f { a = [ 1 2 ]; b = [ 3 4 ]; })
      [ { a = 1; b = 3; } { a = 1; b = 4; } { a = 2; b = 3; } { a = 2; b = 4; } ]
    ]
    [ (f { }) [ { } ] ]
    [ (f { a = [ ]; b = [ 1 ]; }) [ ] ]
  ];
  catAttrs = f: [ [ (f "a" [ { a = 1; } { } { a = 2; } ]) [ 1 2 ] ] ];
  chooseDevOutputs = f: [ [ (f [ outputs ]) [ "/dev" ] ] ];
  collect = f: [
    [ (f builtins.isInt nested) [ 1 2 3 ] ]
    [ (f (x: x ? c) nested) [ { c = 1; } ] ]
    [ (f builtins.isInt 5) [ 5 ] ]
    [ (f builtins.isInt [ 5 ]) [ ] ]
  ];
  concatMapAttrs = f: [
    [ (f (n: v: { ${n} = v; ${n + v} = 1; }) { x = "y"; }) { x = "y"; xy = 1; } ]
    [ (f (_: _: { a = 1; }) { }) { } ]
  ];
  dontRecurseIntoAttrs = f: [ [ (f { a = 1; }) { a = 1; recurseForDerivations = false; } ] ];
  filterAttrs = f: [
    [ (f (_: v: v > 1) { a = 1; b = 2; }) { b = 2; } ]
    [ (f (n: _: n == "a") { a = throw "lazy"; b = 2; } ? a) true ]
  ];
  filterAttrsRecursive = f: [
    [ (f (_: v: v != null) { a = null; b.c = null; b.d = 1; }) { b.d = 1; } ]
    [ (f (n: _: n != "c") nested) { a = { b = { }; d = 2; }; e = 3; } ]
  ];
  foldAttrs = f: [
    [ (f (n: a: [ n ] ++ a) [ ] [ { a = 1; } { a = 2; b = 3; } ]) { a = [ 1 2 ]; b = [ 3 ]; } ]
  ];
  foldlAttrs = f: [ [ (f (acc: n: v: acc + n + v) "" { b = "2"; a = "1"; }) "a1b2" ] ];
  genAttrs = f: [ [ (f [ "a" "b" ] (n: n + "!")) { a = "a!"; b = "b!"; } ] ];
  genAttrs' = f: [ [ (f [ 1 2 ] (n: { name = "k${toString n}"; value = n; })) { k1 = 1; k2 = 2; } ] ];
  getAttr = f: [ [ (f "e" nested) 3 ] ];
  getAttrFromPath = f: [ [ (f [ "a" "d" ] nested) 2 ] ];
  getAttrs = f: [ [ (f [ "e" ] nested) { e = 3; } ] ];
  getBin = f: [ [ (f outputs) "/out" ] [ (f (drv // { bin = "/bin"; })) "/bin" ] ];
  getDev = f: [ [ (f outputs) "/dev" ] ];
  getFirstOutput = f: [
    [ (f [ "x" "lib" ] outputs) "/lib" ]
    [ (f [ "x" ] drv).name "p" ]
    [ (f [ "lib" ] (outputs // { outputSpecified = true; })).name "p" ]
  ];
  getInclude = f: [ [ (f outputs) "/dev" ] ];
  getLib = f: [ [ (f outputs) "/lib" ] ];
  getMan = f: [ [ (f outputs) "/out" ] ];
  getOutput = f: [
    [ (f "dev" outputs) "/dev" ]
    [ (f "dev" drv).name "p" ]
    [ (f "dev" (outputs // { outputSpecified = true; })).name "p" ]
  ];
  getStatic = f: [ [ (f outputs) "/lib" ] ];
  hasAttr = f: [ [ (f "e" nested) true ] ];
  hasAttrByPath = f: [
    [ (f [ "a" "b" ] nested) true ]
    [ (f [ "a" "x" ] nested) false ]
    [ (f [ ] 1) true ]
  ];
  intersectAttrs = f: [ [ (f { a = 1; } { a = 2; b = 3; }) { a = 2; } ] ];
  isAttrs = f: [ [ (f { }) true ] [ (f [ ]) false ] ];
  isDerivation = f: [ [ (f drv) true ] [ (f { }) false ] [ (f 1) false ] [ (f { type = "x"; }) false ] ];
  listToAttrs = f: [ [ (f [ { name = "a"; value = 1; } ]) { a = 1; } ] ];
  longestValidPathPrefix = f: [
    [ (f [ "a" "b" "x" ] nested) [ "a" "b" ] ]
    [ (f [ "x" ] nested) [ ] ]
    [ (f [ "e" ] nested) [ "e" ] ]
  ];
  mapAttrs = f: [ [ (f (n: v: n + v) { a = "1"; }) { a = "a1"; } ] ];
  mapAttrs' = f: [ [ (f (n: v: { name = v; value = n; }) { a = "b"; }) { b = "a"; } ] ];
  mapAttrsRecursive = f: [
    [
      (f (p: v: "${toString p}=${toString v}") nested)
      { a = { b.c = "a b c=1"; d = "a d=2"; }; e = "e=3"; }
    ]
  ];
  mapAttrsRecursiveCond = f: [ [ (f (s: !(s ? c)) (p: _: toString p) nested) { a = { b = "a b"; d = "a d"; }; e = "e"; } ] ];
  mapAttrsToList = f: [ [ (f (n: v: n + v) { a = "1"; b = "2"; }) [ "a1" "b2" ] ] ];
  mapAttrsToListRecursive = f: [ [ (f (p: v: "${toString p}=${toString v}") nested) [ "a b c=1" "a d=2" "e=3" ] ] ];
  mapAttrsToListRecursiveCond = f: [ [ (f (p: _: p == [ "a" ]) (p: _: toString p) nested) [ "a b" "a d" "e" ] ] ];
  mapCartesianProduct = f: [ [ (f ({ a, b }: a + b) { a = [ 1 ]; b = [ 2 3 ]; }) [ 3 4 ] ] ];
  matchAttrs = f: [
    [ (f { a.d = 2; } nested) true ]
    [ (f { a.d = 3; } nested) false ]
    [ (f { x = 1; } nested) false ]
    [ (f { e.x = 1; } nested) false ]
    [ (f { } { }) true ]
  ];
  mergeAttrsList = f: [
    [ (f [ { a = 1; } { b = 2; } { a = 3; } ]) { a = 3; b = 2; } ]
    [ (f [ ]) { } ]
  ];
  nameValuePair = f: [ [ (f "a" 1) { name = "a"; value = 1; } ] ];
  optionalAttrs = f: [ [ (f true { a = 1; }) { a = 1; } ] [ (f false (throw "lazy")) { } ] ];
  overrideExisting = f: [ [ (f { a = 1; b = 2; } { b = 3; c = 4; }) { a = 1; b = 3; } ] ];
  recurseIntoAttrs = f: [ [ (f { }) { recurseForDerivations = true; } ] ];
  recursiveUpdate = f: [
    [ (f nested { a.b.x = 9; e = { }; }) { a = { b = { c = 1; x = 9; }; d = 2; }; e = { }; } ]
    [ (f { a = 1; } { a.b = 2; }) { a.b = 2; } ]
    [ (f { a = [ 1 ]; } { a = [ 2 ]; }) { a = [ 2 ]; } ]
  ];
  recursiveUpdateUntil = f: [
    [ (f (p: _: _: p == [ "a" ]) nested { a.x = 1; }) { a.x = 1; e = 3; } ]
    [ (f (_: l: r: !(builtins.isAttrs l && builtins.isAttrs r)) nested { a.d = 7; }) { a = { b.c = 1; d = 7; }; e = 3; } ]
  ];
  removeAttrs = f: [ [ (f { a = 1; b = 2; } [ "a" "x" ]) { b = 2; } ] ];
  setAttrByPath = f: [ [ (f [ "a" "b" ] 1) { a.b = 1; } ] [ (f [ ] 1) 1 ] ];
  showAttrPath = f: [ [ (f [ "a" "b c" ]) "a.\"b c\"" ] [ (f [ ]) "<root attribute path>" ] ];
  toDerivation = f: [ [ (builtins.isFunction f) true ] ];
  unionOfDisjoint = f: [ [ (f { a = 1; } { b = 2; }) { a = 1; b = 2; } ] [ (f { a = 1; } { a = 2; }).a throws ] ];
  updateManyAttrsByPath = f: [
    [ (f [ { path = [ "a" "d" ]; update = x: x + 1; } { path = [ "n" "m" ]; update = _: 5; } ] nested) { a = { b.c = 1; d = 3; }; e = 3; n.m = 5; } ]
    [ (f [ { path = [ "e" ]; update = x: x + 1; } { path = [ "e" ]; update = x: x * 2; } ] nested).e 8 ]
    [ (f [ { path = [ "x" ]; update = x: x; } ] nested).x throws ]
    [ (f [ { path = [ "e" "x" ]; update = _: 1; } ] nested).e throws ]
  ];
  zipAttrs = f: [ [ (f [ { a = 1; } { a = 2; b = 3; } ]) { a = [ 1 2 ]; b = [ 3 ]; } ] ];
  zipAttrsWith = f: [ [ (f (n: vs: "${n}${toString vs}") [ { a = 1; } { a = 2; } ]) { a = "a1 2"; } ] ];
  zipAttrsWithNames = f: [ [ (f [ "a" ] (_: vs: vs) [ { a = 1; b = 9; } { a = 2; } ]) { a = [ 1 2 ]; } ] ];
}
