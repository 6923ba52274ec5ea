{ lib, throws }:
{
  assertEachOneOf = f: [ [ (f "n" [ "a" ] [ "a" "b" ]) true ] [ (f "n" [ "a" "x" ] [ "a" ]) throws ] ];
  assertMsg = f: [ [ (f true "m") true ] [ (f false "m") throws ] ];
  assertOneOf = f: [ [ (f "n" "a" [ "a" ]) true ] [ (f "n" "x" [ "a" ]) throws ] ];
  checkAssertWarn = f: [ [ (f [ { assertion = true; message = "m"; } ] [ "shown on stderr" ] 1) 1 ] [ (f [ { assertion = false; message = "m"; } ] [ ] 1) throws ] ];
}
