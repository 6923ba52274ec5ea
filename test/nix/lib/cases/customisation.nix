{ lib, ... }:
let
  f0 = { a, b ? 2 }: { sum = a + b; };
  drv = {
    type = "derivation";
    name = "p";
    drvPath = "/p.drv";
    outPath = "/p";
    outputName = "out";
    outputs = [ "out" ];
    out = drv;
  };
in
{
  callPackageWith = f: [ [ (f { a = 1; z = 0; } f0 { }).sum 3 ] [ (f { a = 1; } f0 { b = 5; }).sum 6 ] [ ((f { a = 1; } f0 { }).override { a = 7; }).sum 9 ] ];
  callPackagesWith = f: [ [ (f { a = 1; } ({ a }: { x.v = a; }) { }).x.v 1 ] [ ((f { a = 1; } ({ a }: { x.v = a; }) { }).x.override { a = 2; }).v 2 ] ];
  extendDerivation = f: [ [ (f true { extra = 1; } drv).extra 1 ] [ (f true { extra = 1; } drv).out.extra 1 ] [ (f true { } drv).outPath "/p" ] ];
  makeOverridable = f: [
    [ (f f0 { a = 1; }).sum 3 ]
    [ ((f f0 { a = 1; }).override { b = 9; }).sum 10 ]
    [ ((f f0 { a = 1; }).override (old: { a = old.a + 1; })).sum 4 ]
    [ (lib.functionArgs (f f0)) { a = false; b = true; } ]
    [ (f (x: x) 5) 5 ]
    [ (f ({ a }: x: a + x) { a = 1; } 2) 3 ]
  ];
  makeScope = f: [ [ (f (s: lib.callPackageWith s) (self: { a = 1; p = self.callPackage f0 { }; })).p.sum 3 ] [ ((f (s: lib.callPackageWith s) (self: { a = 1; p = self.callPackage f0 { }; })).overrideScope (_: _: { a = 5; })).p.sum 7 ] ];
  overrideDerivation = f: [ [ (builtins.isFunction f) true ] ];
}
