{ lib, throws }:
let
  drv = {
    type = "derivation";
    name = "hello-1.0";
    outPath = "/hello";
    meta.mainProgram = "hi";
  };
in
{
  addMetaAttrs = f: [ [ (f { a = 1; } drv).meta { a = 1; mainProgram = "hi"; } ] [ (f { a = 1; } { }).meta { a = 1; } ] ];
  appendToName = f: [ [ (f "x" drv).name "hello-x-1.0" ] ];
  availableOn = f: [ [ (f { system = "a"; } { meta.platforms = [ "a" ]; }) true ] [ (f { system = "b"; } { meta.platforms = [ "a" ]; }) false ] [ (f { system = "b"; } { }) true ] [ (f { system = "b"; } { meta.badPlatforms = [ "b" ]; }) false ] ];
  defaultPriority = f: [ [ f 5 ] ];
  dontDistribute = f: [ [ (f drv).meta.hydraPlatforms [ ] ] ];
  getExe = f: [ [ (f drv) "/hello/bin/hi" ] [ (f (removeAttrs drv [ "meta" ])) "/hello/bin/hello" ] ];
  getExe' = f: [ [ (f drv "x") "/hello/bin/x" ] [ (f drv "a/b") throws ] [ (f { } "x") throws ] [ (f drv 1) throws ] ];
  hiPrio = f: [ [ (f drv).meta.priority (-10) ] ];
  hiPrioSet = f: [ [ (f { a = drv; b = 1; }).a.meta.priority (-10) ] [ (f { b = 1; }).b 1 ] ];
  lowPrio = f: [ [ (f drv).meta.priority 10 ] ];
  lowPrioSet = f: [ [ (f { a = drv; }).a.meta.priority 10 ] ];
  mapDerivationAttrset = f: [ [ (f (d: d.name) { a = drv; b = 1; }) { a = "hello-1.0"; b = 1; } ] ];
  platformMatch = f: [ [ (f { system = "a"; } "a") true ] [ (f { parsed.k = 1; } { k = 1; }) true ] [ (f { } "a") false ] ];
  setName = f: [ [ (f "n" { a = 1; }) { a = 1; name = "n"; } ] ];
  setPrio = f: [ [ (f 3 drv).meta.priority 3 ] ];
  updateName = f: [ [ (f (n: n + "!") { name = "a"; }).name "a!" ] ];
}
