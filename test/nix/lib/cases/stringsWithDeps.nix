{ lib, ... }:
let
  texts = {
    a = lib.noDepEntry "A";
    b = lib.fullDepEntry "B" [ "a" ];
    c = lib.stringAfter [ "b" "a" ] "C";
  };
in
{
  fullDepEntry = f: [ [ (f "t" [ "d" ]) { text = "t"; deps = [ "d" ]; } ] ];
  noDepEntry = f: [ [ (f "t") { text = "t"; deps = [ ]; } ] ];
  packEntry = f: [ [ (f [ "d" ]) { text = ""; deps = [ "d" ]; } ] ];
  stringAfter = f: [ [ (f [ "d" ] "t") { text = "t"; deps = [ "d" ]; } ] ];
  textClosureList = f: [ [ (f texts [ "c" "a" ]) [ "A" "B" "C" ] ] [ (f texts [ ]) [ ] ] [ (f texts [ (lib.noDepEntry "X") "a" ]) [ "X" "A" ] ] ];
  textClosureMap = f: [ [ (f (x: "<${x}>") texts [ "b" ]) "<A>\n<B>" ] ];
}
