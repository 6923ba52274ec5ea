{ lib, ... }:
{
  addErrorContext = f: [ [ (f "c" 1) 1 ] ];
  runTests = f: [ [ (f { testA = { expr = 1; expected = 1; }; testB = { expr = 1; expected = 2; }; other = { expr = 1; expected = 2; }; }) [ { name = "testB"; expected = 2; result = 1; } ] ] ];
  testAllTrue = f: [ [ (f [ true false ]) { expr = [ true false ]; expected = [ true true ]; } ] ];
  trace = f: [ [ (f "t" 1) 1 ] ];
  traceFnSeqN = f: [ [ (f 1 "id" (x: x) { a = 1; }) { a = 1; } ] ];
  traceIf = f: [ [ (f false (throw "lazy") 1) 1 ] [ (f true "t" 1) 1 ] ];
  traceSeq = f: [ [ (f [ 1 ] 2) 2 ] ];
  traceSeqN = f: [ [ (f 1 { a.b = 1; } 2) 2 ] ];
  traceVal = f: [ [ (f 1) 1 ] ];
  traceValFn = f: [ [ (f toString 1) 1 ] ];
  traceValSeq = f: [ [ (f [ 1 ]) [ 1 ] ] ];
  traceValSeqFn = f: [ [ (f toString [ 1 ]) [ 1 ] ] ];
  traceValSeqN = f: [ [ (f 1 [ [ 1 ] ]) [ [ 1 ] ] ] ];
  traceValSeqNFn = f: [ [ (f toString 1 [ 1 ]) [ 1 ] ] ];
  unsafeGetAttrPos = f: [ [ (f "a" { }) null ] ];
}
