{ lib, throws }:
let
  sample = {
    b = true;
    f = x: x;
    fa = { a, b ? 1 }: a;
    i = -3;
    l = [ 1 [ ] ];
    n = null;
    s = "a\"\${b}";
    t = "one\ntwo\n";
    e = { };
  };
in
{
  mkKeyValueDefault = f: [ [ (f { } ":" "f:oo" "bar") "f\\:oo:bar" ] [ (f { mkValueString = _: "v"; } "=" "k" 1) "k=v" ] ];
  mkLuaInline = f: [ [ (f "x()") { _type = "lua-inline"; expr = "x()"; } ] ];
  mkValueStringDefault = f: [ [ (f { } 1) "1" ] [ (f { } true) "true" ] [ (f { } null) "null" ] [ (f { } "a") "a" ] [ (f { } 1.5) "1.500000" ] [ (f { } 52.5200066) "52.5200066" ] ];
  toDhall = f: [ [ (f { } { a = 52.5200066; }) "{ a = 52.5200066 }" ] [ (f { } { a = [ 1 (-2) ]; b = false; c = "x"; }) "{ a = [ +1, -2 ], b = False, c = \"x\" }" ] ];
  toGitINI = f: [
    [ (f { user.email = "e"; url."git@github.com:".insteadOf = "https://github.com/"; }) "[url \"git@github.com:\"]\n\tinsteadOf = \"https://github.com/\"\n\n[user]\n\temail = \"e\"\n" ]
    [ (f { a.b = [ "x" "y" ]; }) "[a]\n\tb = \"x\"\n\tb = \"y\"\n" ]
    [ (f { a.b.c.d = "a\"\\\n"; }) "[a \"b.c\"]\n\td = \"a\\\"\\\\\\n\"\n" ]
  ];
  toINI = f: [
    [ (f { } { foo.hi = "yes"; bar = { x = 1; y = false; }; }) "[bar]\nx=1\ny=false\n\n[foo]\nhi=yes\n" ]
    [ (f { listsAsDuplicateKeys = true; } { a.b = [ 1 2 ]; }) "[a]\nb=1\nb=2\n" ]
    [ (f { } { "a[b]".c = 1; }) "[a\\[b\\]]\nc=1\n" ]
    [ (f { } { }) "" ]
  ];
  toINIWithGlobalSection = f: [ [ (f { } { globalSection.g = 1; sections.s.x = 2; }) "g=1\n\n[s]\nx=2\n" ] [ (f { } { globalSection = { }; }) "" ] ];
  toJSON = f: [
    [ (f { } { a = [ 1 null ]; }) "{\"a\":[1,null]}" ]
    [ (f { } { b = [ 52.5200066 1234567.5 1.0 { c = 0.1; } ]; a = "x"; }) "{\"a\":\"x\",\"b\":[52.5200066,1234567.5,1.0,{\"c\":0.1}]}" ]
    [ (f { } [ 0.5 { outPath = "/x"; a = 1; } ]) "[0.5,\"/x\"]" ]
  ];
  toKeyValue = f: [ [ (f { } { a = 1; b = "x=y"; }) "a=1\nb=x=y\n" ] [ (f { listsAsDuplicateKeys = true; indent = " "; } { a = [ 1 2 ]; }) " a=1\n a=2\n" ] [ (f { } { }) "" ] [ (f { } { a = 52.5200066; b = 0.1; }) "a=52.5200066\nb=0.100000\n" ] ];
  toLua = f: [
    [ (f { } 1234567.5) "1234567.5" ]
    [ (f { } { a = [ 1 true null ]; b = "x"; c = lib.generators.mkLuaInline "f()"; }) "{\n  [\"a\"] = {\n    1,\n    true,\n    nil\n  },\n  [\"b\"] = \"x\",\n  [\"c\"] = (f())\n}" ]
    [ (f { multiline = false; } { a = [ ]; }) "{ [\"a\"] = {} }" ]
    [ (f { asBindings = true; } { x = 1; y.z = 2; }) "x = 1\ny = {\n  [\"z\"] = 2\n}\n" ]
    [ (f { asBindings = true; } { "a-b" = 1; }) throws ]
  ];
  toPlist = f: [
    [ (builtins.match ".*<real>(.*)</real>.*" (f { } 52.5200066)) [ "52.5200066" ] ]
    [ (f { escape = true; } { a = [ 1 "<" ]; b = null; c = { }; d = true; }) (lib.concatStringsSep "\n" [ "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" "<!DOCTYPE plist PUBLIC \"-//Apple Computer//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">" "<plist version=\"1.0\">" "<dict>" "\t<key>a</key>" "\t<array>" "\t\t<integer>1</integer>" "\t\t<string>&lt;</string>" "\t</array>" "\t<key>c</key>" "\t<dict>" "" "\t</dict>" "\t<key>d</key>" "\t<true/>" "</dict>" "</plist>" ]) ]
  ];
  toPretty = f: [
    [ (f { multiline = false; } (removeAttrs sample [ "t" ])) "{ b = true; e = { }; f = <function>; fa = <function, args: {a, b?}>; i = -3; l = [ 1 [ ] ]; n = null; s = \"a\\\"\\\${b}\"; }" ]
    [ (f { } { t = sample.t; }) "{\n  t = ''\n    one\n    two\n  '';\n}" ]
    [ (f { } [ 1 [ 2 ] ]) "[\n  1\n  [\n    2\n  ]\n]" ]
    [ (f { } 52.5200066) "52.5200066" ]
    [ (f { indent = "  "; } { a = 1.5; }) "{\n    a = 1.5;\n  }" ]
    [ (f { } { type = "derivation"; name = "x"; }) "<derivation x>" ]
    [ (f { allowPrettyValues = true; } { __pretty = v: "p${v}"; val = "1"; }) "p1" ]
    [ (f { multiline = false; } { "a b" = "x\ny"; }) "{ \"a b\" = \"x\\ny\"; }" ]
  ];
  toYAML = f: [ [ (f { } { a = 1; }) "{\"a\":1}" ] ];
  withRecursion = f: [ [ (f { depthLimit = 1; throwOnDepthLimit = false; } { a.b = 1; }) { a.b = "<unevaluated>"; } ] [ (f { depthLimit = 9; } { a = [ 1 ]; }) { a = [ 1 ]; } ] [ (f { depthLimit = 0; } { a.b.c = 1; }) throws ] ];
}
