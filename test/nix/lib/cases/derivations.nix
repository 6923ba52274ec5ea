{ lib, throws }:
let
  drv = {
    type = "derivation";
    name = "p-1";
    drvPath = "/p.drv";
    outPath = "/p";
    outputName = "out";
    system = "s";
    outputs = [ "out" ];
    out = "/p";
    meta.x = 1;
  };
in
{
  lazyDerivation = f: [ [ (f { derivation = drv; }).name "p-1" ] [ (f { derivation = throw "lazy"; }).outputs [ "out" ] ] [ (f { derivation = drv; }).meta { x = 1; } ] [ (f { derivation = drv; passthru.y = 2; }).y 2 ] [ (f { derivation = drv; outputs = [ "dev" ]; }).name throws ] ];
  optionalDrvAttr = f: [ [ (f true 1) 1 ] [ (f false 1) null ] ];
  unsafeDiscardOutputDependency = f: [ [ (f "a") "a" ] ];
  warnOnInstantiate = f: [ [ (f "shown on stderr" drv).name "p-1" ] [ (f "shown on stderr" drv).drvPath "/p.drv" ] ];
}
