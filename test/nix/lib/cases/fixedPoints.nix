{ lib, ... }:
let
  base = final: {
    a = 1;
    b = final.a + 1;
  };
  plus = final: prev: { a = prev.a + 10; };
  times = final: prev: { a = prev.a * 2; };
in
{
  composeExtensions = f: [ [ (lib.fix (lib.extends (f plus times) base)) { a = 22; b = 23; } ] ];
  composeManyExtensions = f: [ [ (lib.fix (lib.extends (f [ times plus times ]) base)).a 24 ] [ (lib.fix (lib.extends (f [ ]) base)).a 1 ] ];
  converge = f: [ [ (f (x: x / 2) 16) 0 ] ];
  extends = f: [ [ (lib.fix (f plus base)) { a = 11; b = 12; } ] ];
  fix = f: [ [ (f base) { a = 1; b = 2; } ] ];
  fix' = f: [ [ (f base).b 2 ] [ (builtins.isFunction (f base).__unfix__) true ] ];
  makeExtensible = f: [ [ ((f base).extend plus).b 12 ] [ (((f base).extend plus).extend times).a 22 ] [ (f base).b 2 ] ];
  makeExtensibleWithCustomName = f: [ [ ((f "more" base).more plus).b 12 ] ];
  toExtension = f: [ [ (f { a = 1; } { } { }) { a = 1; } ] [ (f (prev: { c = prev.a; }) { } { a = 2; }) { c = 2; } ] [ (f (final: prev: { c = final.a; }) { a = 3; } { a = 2; }) { c = 3; } ] ];
}
