{ lib, throws }:
let
  inherit (lib) mkOption types;

  # Value of an option of this type with these definitions.
  merge =
    type: values:
    (lib.evalModules {
      modules = [
        {
          options.x = mkOption { inherit type; };
          config.x = lib.mkMerge values;
        }
      ];
    }).config.x;
  # What the type takes of these values.
  takes = type: map (value: (builtins.tryEval (type.check value)).value);
  store = "${builtins.storeDir}/0lz9p8xhf89kb1c1kk6jxrzskaiygnlh-bash-5.2";
  drv = {
    type = "derivation";
    name = "p";
    outPath = "/p";
  };
  point = types.submodule {
    options.x = mkOption {
      type = types.int;
      default = 0;
    };
  };
  self = type: [
    [ (merge type [ ]) throws ]
  ];
in
{
  addCheck = f: [ [ (takes (f types.int (x: x > 3)) [ 4 3 "x" ]) [ true false false ] ] [ (merge (f types.int (x: x > 3)) [ 4 ]) 4 ] ];
  anything = f: [
    [ (merge f [ { a.b = 1; } { a.c = [ 1 ]; } ]) { a = { b = 1; c = [ 1 ]; }; } ]
    [ (merge f [ 1 1 ]) 1 ]
    [ (merge f [ 1 2 ]) throws ]
    [ (merge f [ 1 "a" ]) throws ]
    [ (merge f [ [ 1 ] [ 2 ] ]) throws ]
    [ (merge f [ (x: { a = x; }) (x: { b = x; }) ] 1) { a = 1; b = 1; } ]
    [ (merge f [ { a = lib.mkDefault 1; } { a = 2; } ]) { a = 2; } ]
  ];
  attrListOf = f: [ [ (merge (f types.int) [ [ { a = 1; } ] { b = 2; } ]) [ { a = 1; } { b = 2; } ] ] [ (merge (f types.int) [ [ { a = 1; } ] (lib.mkBefore [ { b = 2; } ]) ]) [ { b = 2; } { a = 1; } ] ] [ (merge (f types.int) [ [ 1 ] ]) throws ] ];
  attrListWith = f: [ [ (merge (f { elemType = types.int; asAttrs = true; }) [ [ { a = 1; } { a = 2; } ] ]) { a = [ 1 2 ]; } ] ];
  attrTag = f: [
    [ (merge (f { a = mkOption { type = types.int; }; b = mkOption { type = types.str; }; }) [ { a = 1; } ]) { a = 1; } ]
    [ (merge (f { a = mkOption { type = types.int; }; }) [ { b = 1; } ]) throws ]
    [ (merge (f { a = mkOption { type = types.int; }; }) [ { a = "x"; } ]) throws ]
    [ (f { a = mkOption { type = types.int; }; }).description "attribute-tagged union with choices: a" ]
    [ (f { a = types.int; }).description "attribute-tagged union with choices: a" ]
  ];
  attrs = f: [ [ (merge f [ { a.b = 1; } { a.c = 2; } ]) { a.c = 2; } ] [ (takes f [ { } [ ] ]) [ true false ] ] [ (merge f [ ]) { } ] ];
  attrsOf = f: [
    [ (merge (f types.int) [ { a = 1; } { b = 2; } ]) { a = 1; b = 2; } ]
    [ (merge (f types.int) [ { a = lib.mkIf false 1; b = lib.mkForce 3; } { b = 2; } ]) { b = 3; } ]
    [ (merge (f types.int) [ { a = "x"; } ]) throws ]
    [ (f types.int).description "attribute set of signed integer" ]
    [ (f (types.nullOr types.int)).description "attribute set of (null or signed integer)" ]
    [ ((f point).getSubOptions [ "p" ]).x.loc [ "p" "<name>" "x" ] ]
  ];
  attrsWith = f: [ [ (f { elemType = types.int; lazy = true; }).name "lazyAttrsOf" ] [ ((f { elemType = point; placeholder = "id"; }).getSubOptions [ ]).x.loc [ "<id>" "x" ] ] ];
  bool = f: self f ++ [ [ (takes f [ true 1 ]) [ true false ] ] [ (merge f [ true true ]) true ] [ (merge f [ true false ]) throws ] ];
  boolByOr = f: [ [ (merge f [ false true ]) true ] [ (merge f [ false false ]) false ] ];
  coercedTo = f: [
    [ (merge (f types.int toString types.str) [ 3 ]) "3" ]
    [ (merge (f types.int toString types.str) [ "a" ]) "a" ]
    [ (merge (f types.str lib.toInt types.ints.u8) [ "300" ]) throws ]
    [ (merge (f types.int toString types.str) [ [ ] ]) throws ]
    [ (f types.int toString types.str).description "string or signed integer convertible to it" ]
    [ (merge (f (types.listOf types.str) (v: { all = v; }) (types.attrsOf (types.listOf types.str))) [ [ "a" ] { b = [ "c" ]; } ]) { all = [ "a" ]; b = [ "c" ]; } ]
  ];
  commas = f: [ [ (merge f [ "a" "b" ]) "a,b" ] ];
  defaultFunctor = f: [ [ (f "int").name "int" ] [ (f "int").payload null ] [ (f "no-such").type null ] ];
  defaultTypeMerge = f: [ [ (f types.int.functor types.int.functor).name "int" ] [ (f types.int.functor types.str.functor) null ] ];
  deferredModule = f: [ [ (builtins.length (merge f [ { a = 1; } { b = 2; } ]).imports) 2 ] [ (lib.evalModules { modules = [ { options.a = mkOption { }; } (merge f [ { a = 1; } ]) ]; }).config.a 1 ] ];
  deferredModuleWith = f: [ [ (lib.evalModules { modules = [ (merge (f { staticModules = [ { options.a = mkOption { }; } ]; }) [ { a = 1; } ]) ]; }).config.a 1 ] ];
  either = f: [
    [ (takes (f types.int types.str) [ 1 "a" [ ] ]) [ true true false ] ]
    [ (merge (f types.int types.str) [ "a" "a" ]) "a" ]
    [ (merge (f types.int types.str) [ "a" 1 ]) throws ]
    [ (f types.int types.str).description "signed integer or string" ]
    [ (f (types.attrsOf types.int) types.str).description "(attribute set of signed integer) or string" ]
    [ (f types.ints.unsigned types.str).description "unsigned integer, meaning >=0, or string" ]
  ];
  enum = f: [
    [ (takes (f [ "a" 1 ]) [ "a" 1 "b" ]) [ true true false ] ]
    [ (f [ "a" 1 true ]).description "one of \"a\", 1, true" ]
    [ (f [ "a" ]).description "value \"a\" (singular enum)" ]
    [ (f [ ]).description "impossible (empty enum)" ]
    [ ((f [ "a" ]).typeMerge (f [ "b" ]).functor).description "one of \"a\", \"b\"" ]
  ];
  envVar = f: [ [ (merge f [ "/a" "/b" ]) "/a:/b" ] ];
  externalPath = f: [ [ (takes f [ "/a" store "a" ]) [ true false false ] ] ];
  float = f: [ [ (takes f [ 1.5 1 ]) [ true false ] ] ];
  functionTo = f: [ [ (merge (f types.int) [ (x: x + 1) ] 1) 2 ] [ (merge (f types.lines) [ (x: x) (_: "b") ] "a") "a\nb" ] [ (merge (f types.int) [ 1 ]) throws ] [ (f types.int).description "function that evaluates to a(n) signed integer" ] ];
  int = f: self f ++ [ [ (takes f [ 1 1.0 "1" ]) [ true false false ] ] [ f.description "signed integer" ] ];
  ints = f: [
    [ (takes f.u8 [ 0 255 256 (-1) ]) [ true true false false ] ]
    [ (takes f.s8 [ (-128) 127 128 ]) [ true true false ] ]
    [ (takes f.u16 [ 65535 65536 ]) [ true false ] ]
    [ (takes f.s16 [ (-32768) 32768 ]) [ true false ] ]
    [ (takes f.u32 [ 4294967295 4294967296 ]) [ true false ] ]
    [ (takes f.s32 [ (-2147483648) 2147483648 ]) [ true false ] ]
    [ (takes f.positive [ 1 0 ]) [ true false ] ]
    [ (takes f.unsigned [ 0 (-1) ]) [ true false ] ]
    [ (takes (f.between 1 3) [ 1 3 4 ]) [ true true false ] ]
    [ (f.between 3 1) throws ]
    [ f.u16.description "16 bit unsigned integer; between 0 and 65535 (both inclusive)" ]
    [ (f.between 1 3).description "integer between 1 and 3 (both inclusive)" ]
  ];
  isOptionType = f: [ [ (f types.int) true ] [ (f { }) false ] ];
  isType = f: [ [ (f "option" (mkOption { })) true ] [ (f "option" { }) false ] ];
  json = f: [ [ (merge f [ { a = [ 1 null "x" true 1.5 { } ]; } ]) { a = [ 1 null "x" true 1.5 { } ]; } ] [ (merge f [ (x: x) ]) throws ] [ f.description "JSON value" ] ];
  lazyAttrsOf = f: [ [ (merge (f types.int) [ { a = 1; b = throw "lazy"; } ]).a 1 ] [ (merge (f (types.nullOr types.int)) [ { a = lib.mkIf false 1; } ]) { a = null; } ] [ (merge (f types.int) [ { a = lib.mkIf false 1; } ]).a throws ] ];
  lines = f: [ [ (merge f [ "a" "b" ]) "a\nb" ] [ (merge f [ "a" (lib.mkBefore "b") ]) "b\na" ] ];
  listOf = f: [
    [ (merge (f types.int) [ [ 1 ] [ 2 ] ]) [ 1 2 ] ]
    [ (merge (f types.int) [ [ (lib.mkIf false 1) 2 ] ]) [ 2 ] ]
    [ (merge (f types.int) [ (lib.mkAfter [ 1 ]) [ 2 ] (lib.mkBefore [ 3 ]) ]) [ 3 2 1 ] ]
    [ (merge (f types.int) [ [ "x" ] ]) throws ]
    [ (merge (f types.int) [ ]) [ ] ]
    [ (merge (f point) [ [ { x = 1; } { } ] ]) [ { x = 1; } { x = 0; } ] ]
  ];
  loaOf = f: [ [ (f types.int).name "loaOf" ] ];
  luaInline = f: [ [ (takes f [ (lib.mkLuaInline "x") "x" ]) [ true false ] ] ];
  mergeTypes = f: [ [ ((f (types.enum [ "a" ]) (types.enum [ "b" ])).check "b") true ] [ (f types.int types.str)._type "merge-error" ] ];
  mkOptionType = f: [ [ (f { name = "n"; }).description "n" ] [ (merge (f { name = "n"; merge = _: defs: builtins.length defs; }) [ 1 2 ]) 2 ] [ (merge (f { name = "n"; check = x: x == 1; }) [ 2 ]) throws ] ];
  noCheckForDocsModule = f: [ [ (f ? config) true ] ];
  nonEmptyListOf = f: [ [ (merge (f types.int) [ [ 1 ] ]) [ 1 ] ] [ (merge (f types.int) [ [ ] ]) throws ] [ (merge (f types.int) [ ]) throws ] [ (f types.int).description "non-empty (list of signed integer)" ] ];
  nonEmptyStr = f: [ [ (takes f [ "a" " " "" 1 ]) [ true false false false ] ] ];
  nullOr = f: [ [ (merge (f types.int) [ null ]) null ] [ (merge (f types.int) [ 1 ]) 1 ] [ (merge (f types.int) [ null 1 ]) throws ] [ (merge (f types.int) [ ]) null ] [ (f types.int).description "null or signed integer" ] ];
  number = f: [ [ (takes f [ 1 1.5 "1" ]) [ true true false ] ] ];
  numbers = f: [ [ (takes f.positive [ 0.1 0 ]) [ true false ] ] [ (takes f.nonnegative [ 0 (-1) ]) [ true false ] ] [ (takes (f.between 0 1) [ 0.5 2 ]) [ true false ] ] [ (f.between 1 0) throws ] [ (f.between 0.1234567 1234567.5).description "integer or floating point number between 0.1234567 and 1234567.5 (both inclusive)" ] ];
  oneOf = f: [ [ (takes (f [ types.int types.str types.bool ]) [ 1 "a" true [ ] ]) [ true true true false ] ] [ (f [ ]).check throws ] ];
  optionDeclaration = f: [ [ (takes f [ (mkOption { }) { } ]) [ true false ] ] ];
  optionDescriptionPhrase = f: [ [ (f (c: c == "noun") types.int) "signed integer" ] [ (f (_: false) types.int) "(signed integer)" ] ];
  optionType = f: [ [ (merge f [ types.int ]).name "int" ] [ (merge f [ (types.enum [ 2 ]) (types.enum [ 1 ]) ]).description "one of 2, 1" ] [ (merge f [ types.int types.str ]).name throws ] ];
  package = f: [ [ (takes f [ drv store "/x" 1 ]) [ true true false false ] ] [ (merge f [ drv ]).name "p" ] ];
  passwdEntry = f: [ [ (takes (f types.str) [ "a" "a:b" "a\nb" ]) [ true false false ] ] ];
  fileset = f: [
    [ (takes f [ ./. lib.fileset.empty "/a" 1 ]) [ true true false false ] ]
    [ (map baseNameOf (lib.fileset.toList (merge f [ ./types.nix ./misc.nix ./types.nix ]))) [ "misc.nix" "types.nix" ] ]
  ];
  path = f: [ [ (takes f [ "/a" "a" ./. drv 1 ]) [ true false true true false ] ] ];
  pathInStore = f: [ [ (takes f [ store "/a" builtins.storeDir ]) [ true false false ] ] ];
  pathWith = f: [ [ (takes (f { absolute = false; }) [ "a" "/a" ]) [ true false ] ] [ (f { inStore = true; absolute = false; }).name throws ] [ (f { inStore = false; }).description "path not in the Nix store" ] ];
  pkgs = f: [ [ (takes f [ { _type = "pkgs"; } { } ]) [ true false ] ] ];
  port = f: [ [ (takes f [ 443 65536 ]) [ true false ] ] ];
  raw = f: [ [ (merge f [ { a = 1; } ]) { a = 1; } ] [ (merge f [ 1 1 ]) throws ] ];
  separatedString = f: [ [ (merge (f "-") [ "a" "b" ]) "a-b" ] [ ((f "-").typeMerge (f "-").functor).name "separatedString" ] [ ((f "-").typeMerge (f "+").functor) null ] ];
  serializableValueWith = f: [ [ (takes (f { typeName = "T"; nullable = false; }) [ null 1 ]) [ false true ] ] ];
  setType = f: [ [ (f "t" { a = 1; }) { _type = "t"; a = 1; } ] ];
  shellPackage = f: [ [ (takes f [ (drv // { shellPath = "/s"; }) drv ]) [ true false ] ] ];
  singleLineStr = f: [ [ (merge f [ "a\n" ]) "a" ] [ (takes f [ "a" "a\nb" ]) [ true false ] ] ];
  str = f: self f ++ [ [ (takes f [ "a" 1 ]) [ true false ] ] [ (merge f [ "a" "b" ]) throws ] ];
  strMatching = f: [ [ (takes (f "a+") [ "aa" "b" 1 ]) [ true false false ] ] [ ((f "a").typeMerge (f "a").functor).description "string matching the pattern a" ] [ ((f "a").typeMerge (f "b").functor) null ] ];
  submodule = f: [
    [ (merge (f { options.a = mkOption { default = 1; }; }) [ { } ]) { a = 1; } ]
    [ (merge (f ({ name, ... }: { options.n = mkOption { default = name; }; })) [ { } ]) { n = "x"; } ]
    [ (merge (f [ { options.a = mkOption { }; } { a = 1; } ]) [ { } ]) { a = 1; } ]
    [ (merge (f { options.a = mkOption { type = types.int; }; }) [ { a = lib.mkDefault 1; } { a = 2; } ]) { a = 2; } ]
    [ (merge (f { options.a = mkOption { }; }) [ ({ config, ... }: { a = 1; }) ]) { a = 1; } ]
    [ (merge (f { options.config = mkOption { }; }) [ { config = 1; } ]) { config = 1; } ]
    [ (merge (f { freeformType = types.attrsOf types.int; }) [ { z = 1; } ]) { z = 1; } ]
    [ (merge (f { }) [ { z = 1; } ]) throws ]
    [ (f { freeformType = types.attrsOf types.int; }).description "open submodule of attribute set of signed integer" ]
    [ (merge (f { options.a = mkOption { default = 1; }; }) [ ]) { a = 1; } ]
  ];
  submoduleWith = f: [
    [ (merge (f { modules = [ ({ extra, ... }: { options.a = mkOption { default = extra; }; }) ]; specialArgs.extra = 1; }) [ { } ]) { a = 1; } ]
    [ (merge (f { modules = [ { options.a = mkOption { }; } ]; }) [ { config.a = 1; } ]) { a = 1; } ]
    [ (f { modules = [ ]; description = "my thing"; }).description "my thing" ]
    [ (merge (f { modules = [ { _class = "b"; } ]; class = "a"; }) [ { } ]) throws ]
  ];
  toml = f: [ [ (takes f [ null 1 ]) [ false true ] ] ];
  types = f: [ [ f.int.name "int" ] ];
  uniq = f: [ [ (merge (f types.lines) [ "a" ]) "a" ] [ (merge (f types.lines) [ "a" "b" ]) throws ] ];
  unique = f: [ [ (merge (f { message = "one only"; } types.int) [ 1 ]) 1 ] [ (merge (f { message = "one only"; } types.int) [ 1 1 ]) throws ] ];
  unspecified = f: [ [ (merge f [ [ 1 ] [ 2 ] ]) [ 1 2 ] ] [ (merge f [ { a = 1; } { b = 2; } ]) { a = 1; b = 2; } ] [ (merge f [ 1 2 ]) throws ] ];
}
