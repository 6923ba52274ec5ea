{ lib, throws }:
let
  inherit (lib) types;
  def = file: value: { inherit file value; };
  evaluated = lib.evalModules {
    modules = [
      {
        _file = "f.nix";
        options.a.b = lib.mkOption {
          type = types.int;
          default = 1;
          description = "An option.";
          example = [ 1 ];
        };
        options.hidden = lib.mkOption {
          internal = true;
          visible = false;
          defaultText = lib.literalExpression "text";
          default = 2;
        };
      }
    ];
  };
  docs = builtins.filter (o: builtins.head o.loc != "_module") (lib.optionAttrSetToDocList evaluated.options);
in
{
  getFiles = f: [ [ (f [ (def "a" 1) (def "b" 2) ]) [ "a" "b" ] ] ];
  getValues = f: [ [ (f [ (def "a" 1) (def "b" 2) ]) [ 1 2 ] ] ];
  isOption = f: [ [ (f (lib.mkOption { })) true ] [ (f { }) false ] [ (f 1) false ] ];
  literalCode = f: [ [ (f "sh" "x")._type "literalMD" ] ];
  literalExpression = f: [ [ (f "x") { _type = "literalExpression"; text = "x"; } ] [ (f 1) throws ] ];
  literalMD = f: [ [ (f "x") { _type = "literalMD"; text = "x"; } ] ];
  mdDoc = f: [ [ (f "x") "x" ] ];
  mergeDefaultOption = f: [
    [ (f [ "x" ] [ (def "a" [ 1 ]) (def "b" [ 2 ]) ]) [ 1 2 ] ]
    [ (f [ "x" ] [ (def "a" { a = 1; }) (def "b" { b = 2; }) ]) { a = 1; b = 2; } ]
    [ (f [ "x" ] [ (def "a" true) (def "b" false) ]) true ]
    [ (f [ "x" ] [ (def "a" "x") (def "b" "y") ]) "xy" ]
    [ (f [ "x" ] [ (def "a" 1) (def "b" 1) ]) 1 ]
    [ (f [ "x" ] [ (def "a" 1) (def "b" 2) ]) throws ]
    [ (f [ "x" ] [ (def "a" (x: [ x ])) (def "b" (x: [ x ])) ] 1) [ 1 1 ] ]
  ];
  mergeEqualOption = f: [ [ (f [ "x" ] [ (def "a" 1) (def "b" 1) ]) 1 ] [ (f [ "x" ] [ (def "a" 1) (def "b" 2) ]) throws ] ];
  mergeOneOption = f: [ [ (f [ "x" ] [ (def "a" 1) ]) 1 ] [ (f [ "x" ] [ (def "a" 1) (def "b" 1) ]) throws ] ];
  mergeUniqueOption = f: [ [ (f { message = "m"; } [ "x" ] [ (def "a" 1) ]) 1 ] [ (f { message = "m"; merge = _: _: 9; } [ "x" ] [ (def "a" 1) ]) 9 ] ];
  mkEnableOption = f: [ [ (f "it").description "Whether to enable it." ] [ (f "it").default false ] [ (f "it").type.name "bool" ] ];
  mkOption = f: [ [ (f { default = 1; }) { _type = "option"; default = 1; } ] [ (builtins.functionArgs f ? readOnly) true ] ];
  mkPackageOption = f: [
    [ (f { hello = 1; } "hello" { }).default 1 ]
    [ (f { hello = 1; } "hello" { }).defaultText.text "pkgs.hello" ]
    [ (f { a.b = 2; } "x" { default = [ "a" "b" ]; }).default 2 ]
    [ (f { } "x" { default = null; nullable = true; }).default null ]
    [ (f { } "x" { }).default throws ]
    [ (f { } [ "a" "b" ] { extraDescription = "More."; }).description "The b package to use. More." ]
    [ (f { } "x" { example = [ "a" "b c" ]; }).example.text "pkgs.a.\"b c\"" ]
  ];
  mkSinkUndeclaredOptions = f: [ [ (f { }).type.name "sink" ] [ (lib.evalModules { modules = [ { options.x = f { }; } { x.y = 1; } ]; }).config.x throws ] ];
  optionAttrSetToDocList = f: [
    [ (map (o: o.name) docs) [ "a.b" "hidden" ] ]
    [ (builtins.head docs) { loc = [ "a" "b" ]; name = "a.b"; description = "An option."; declarations = [ "f.nix" ]; internal = false; visible = true; readOnly = false; type = "signed integer"; example = { _type = "literalExpression"; text = "[\n  1\n]"; }; default = { _type = "literalExpression"; text = "1"; }; } ]
    [ (lib.last docs).default.text "text" ]
    [ (lib.last docs).visible false ]
  ];
  optionAttrSetToDocList' = f: [ [ (builtins.length (f [ ] { a = evaluated.options.a; })) 1 ] ];
  renderOptionValue = f: [ [ (f 1).text "1" ] [ (f (lib.literalMD "x"))._type "literalMD" ] ];
  scrubOptionValue = f: [ [ (f [ { type = "derivation"; name = "n"; x = 1; } 2 ]) [ { type = "derivation"; name = "n"; drvPath = "n"; outPath = "n"; } 2 ] ] ];
  showDefs = f: [ [ (lib.hasInfix "f.nix" (f [ (def "f.nix" 1) ])) true ] [ (lib.hasInfix ": 1" (f [ (def "f.nix" 1) ])) true ] ];
  showFiles = f: [ [ (f [ "a" "b" ]) "`a' and `b'" ] ];
  showOption = f: [ [ (f [ "a" "b c" "<name>" "*" ]) "a.\"b c\".<name>.*" ] ];
  showOptionWithDefLocs = f: [ [ (lib.hasInfix "  - g.nix" (f { loc = [ "a" ]; files = [ "g.nix" ]; })) true ] ];
  unknownModule = f: [ [ f "<unknown-file>" ] ];
}
