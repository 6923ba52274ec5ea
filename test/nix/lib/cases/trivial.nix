{ lib, throws }:
let
  folder = ./.;
in
{
  add = f: [ [ (f 1 2) 3 ] ];
  and = f: [ [ (f true false) false ] [ (f false (throw "lazy")) false ] ];
  bitAnd = f: [ [ (f 6 3) 2 ] ];
  bitNot = f: [ [ (f 5) (-6) ] [ (f (-1)) 0 ] ];
  bitOr = f: [ [ (f 6 3) 7 ] ];
  bitXor = f: [ [ (f 6 3) 5 ] ];
  boolToString = f: [ [ (f true) "true" ] [ (f false) "false" ] ];
  boolToYesNo = f: [ [ (f true) "yes" ] [ (f false) "no" ] ];
  ceil = f: [ [ (f 1.2) 2 ] ];
  checkListOfEnum = f: [ [ (f "colours" [ "red" ] [ "red" ] 1) 1 ] [ (f "colours" [ "red" ] [ "blue" ] 1) throws ] ];
  compare = f: [ [ (f 1 2) (-1) ] [ (f 2 2) 0 ] [ (f "b" "a") 1 ] ];
  concat = f: [ [ (f [ 1 ] [ 2 ]) [ 1 2 ] ] ];
  const = f: [ [ (f 1 (throw "lazy")) 1 ] ];
  deepSeq = f: [ [ (f [ 1 ] 2) 2 ] [ (f [ (throw "deep") ] 2) throws ] ];
  defaultTo = f: [ [ (f 1 null) 1 ] [ (f 1 false) false ] ];
  div = f: [ [ (f 7 2) 3 ] ];
  flip = f: [ [ (f (a: b: a + b) "1" "2") "21" ] ];
  floor = f: [ [ (f 1.8) 1 ] ];
  fromHexString = f: [ [ (f "FF") 255 ] [ (f "0x1f") 31 ] ];
  functionArgs = f: [ [ (f ({ a, b ? 1 }: a)) { a = false; b = true; } ] [ (f (lib.setFunctionArgs (x: x) { z = true; })) { z = true; } ] [ (f { __functor = _: { q }: q; }) { q = false; } ] ];
  genericClosure = f: [ [ (f { startSet = [ { key = 1; } ]; operator = _: [ ]; }) [ { key = 1; } ] ] ];
  id = f: [ [ (f 1) 1 ] ];
  importJSON = f: [ [ (f (folder + "/../data/sample.json")) { a = [ 1 null ]; } ] ];
  importTOML = f: [ [ (f (folder + "/../data/sample.toml")) { a.b = "c"; } ] ];
  importYAML = f: [ [ (f ./x.yaml) throws ] ];
  inNixShell = f: [ [ f false ] ];
  # A flake evaluates these cases purely, the test does not.
  inPureEvalMode = f: [ [ f (!(builtins ? currentTime)) ] ];
  info = f: [ [ (f "shown on stderr" 1) 1 ] ];
  isBool = f: [ [ (f true) true ] ];
  isFloat = f: [ [ (f 1.5) true ] [ (f 1) false ] ];
  isFunction = f: [ [ (f (x: x)) true ] [ (f { __functor = _: x: x; }) true ] [ (f { }) false ] [ (f 1) false ] ];
  isInOldestRelease = f: [ [ (f 2305) true ] [ (f 9911) false ] ];
  isInt = f: [ [ (f 1) true ] ];
  lessThan = f: [ [ (f 1 2) true ] ];
  mapNullable = f: [ [ (f (x: x + 1) null) null ] [ (f (x: x + 1) 1) 2 ] ];
  max = f: [ [ (f 1 2) 2 ] ];
  mergeAttrs = f: [ [ (f { a = 1; b = 2; } { b = 3; }) { a = 1; b = 3; } ] ];
  min = f: [ [ (f 1 2) 1 ] ];
  mirrorFunctionArgs = f: [ [ (lib.functionArgs (f ({ a }: a) (x: x))) { a = false; } ] [ (f ({ a }: a) (x: x.b) { b = 1; }) 1 ] ];
  mod = f: [ [ (f 11 10) 1 ] [ (f (-7) 3) (-1) ] ];
  mul = f: [ [ (f 2 3) 6 ] ];
  oldestSupportedRelease = f: [ [ (builtins.isInt f) true ] ];
  oldestSupportedReleaseIsAtLeast = f: [ [ (f 2305) true ] [ (f 9911) false ] ];
  "or" = f: [ [ (f true (throw "lazy")) true ] [ (f false false) false ] ];
  pathExists = f: [ [ (f ./trivial.nix) true ] ];
  pipe = f: [ [ (f 2 [ (x: x + 2) (x: x * 2) ]) 8 ] [ (f 2 [ ]) 2 ] ];
  readFile = f: [ [ (builtins.isString (f ./trivial.nix)) true ] ];
  release = f: [ [ (lib.versionAtLeast f "24.05") true ] ];
  revisionWithDefault = f: [ [ (f "none") "none" ] ];
  version = f: [ [ (lib.versionAtLeast f "24.05") true ] ];
  versionSuffix = f: [ [ (builtins.isString f) true ] ];
  seq = f: [ [ (f 1 2) 2 ] ];
  setFunctionArgs = f: [ [ (f (x: x + 1) { } 1) 2 ] ];
  showWarnings = f: [ [ (f [ "shown on stderr" ] 1) 1 ] ];
  splitByAndCompare = f: [
    [ (f (lib.hasPrefix "foo") lib.compare lib.compare "a" "fooz") 1 ]
    [ (f (lib.hasPrefix "foo") lib.compare lib.compare "fooa" "a") (-1) ]
    [ (f (lib.hasPrefix "foo") lib.compare lib.compare "fooa" "fooz") (-1) ]
    [ (f (lib.hasPrefix "foo") lib.compare (a: b: lib.compare b a) "b" "a") (-1) ]
  ];
  sub = f: [ [ (f 3 1) 2 ] ];
  throwIf = f: [ [ (f false "no" 1) 1 ] [ (f true "yes" 1) throws ] ];
  throwIfNot = f: [ [ (f true "no" 1) 1 ] [ (f false "yes" 1) throws ] ];
  toBaseDigits = f: [ [ (f 10 123) [ 1 2 3 ] ] [ (f 2 6) [ 1 1 0 ] ] [ (f 16 250) [ 15 10 ] ] [ (f 2 0) [ 0 ] ] ];
  toFunction = f: [ [ (f 1 2) 1 ] [ (f (x: x + 1) 2) 3 ] ];
  toHexString = f: [ [ (f 250) "FA" ] [ (f 0) "0" ] ];
  warn = f: [ [ (f "shown on stderr" 1) 1 ] ];
  warnIf = f: [ [ (f false "never" 1) 1 ] [ (f true "shown on stderr" 1) 1 ] ];
  warnIfNot = f: [ [ (f true "never" 1) 1 ] ];
  xor = f: [ [ (f true false) true ] [ (f true true) false ] ];
}
