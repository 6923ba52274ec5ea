{ lib, throws }:
let
  inherit (lib) mkOption types;
  any = mkOption { type = types.anything; };
  config = modules: builtins.removeAttrs (lib.evalModules { inherit modules; }).config [ "assertions" "warnings" ];
  options = modules: (lib.evalModules { inherit modules; }).options;
  int = mkOption { type = types.int; };
  lines = mkOption { type = types.lines; };
  defs = map (value: { file = "f"; inherit value; });
  values = map (def: def.value);
  messages = {
    options.warnings = mkOption { type = types.listOf types.str; default = [ ]; };
    options.assertions = mkOption { type = types.listOf types.unspecified; default = [ ]; };
  };
  set = value: { config.x = value; };
in
{
  defaultOrderPriority = f: [ [ f 1000 ] ];
  defaultOverridePriority = f: [ [ f 100 ] ];
  dischargeProperties = f: [ [ (f (lib.mkMerge [ 1 (lib.mkIf true 2) (lib.mkIf false 3) ])) [ 1 2 ] ] [ (f (lib.mkIf "x" 1)) throws ] ];
  doRename = f: [ [ (config [ (f { from = [ "a" ]; to = [ "b" ]; visible = true; warn = false; use = x: x; }) { options.b = int; } { a = 1; } ]) { a = 1; b = 1; } ] ];
  evalModules = f: [
    [ (f { modules = [ ]; }).config { } ]
    [ (f { modules = [ ]; })._type "configuration" ]
    [ (f { modules = [ ({ extra, ... }: { options.x = mkOption { default = extra; }; }) ]; specialArgs.extra = 1; }).config.x 1 ]
    [ (f { modules = [ ({ arg, ... }: { options.x = mkOption { default = arg; }; }) { _module.args.arg = 2; } ]; }).config.x 2 ]
    [ (f { modules = [ { options.x = int; } ]; prefix = [ "p" ]; }).options.x.loc [ "p" "x" ] ]
    [ (f { modules = [ { y = 1; } ]; }).config throws ]
    [ (f { modules = [ { y = 1; _module.check = false; } ]; }).config { } ]
    [ (f { modules = [ { y = 1; _module.freeformType = types.attrsOf types.int; } ]; }).config { y = 1; } ]
    [ (f { modules = [ { _class = "b"; } ]; class = "a"; }).config throws ]
    [ (f { modules = [ { _class = "a"; } ]; class = "a"; }).class "a" ]
    [ ((f { modules = [ { options.x = int; config.x = 1; } ]; }).extendModules { modules = [ { x = lib.mkForce 2; } ]; }).config.x 2 ]
    [ (map (m: m.disabled) (f { modules = [ { } ]; }).graph) [ false ] ]
    [ (f { modules = [ { options.x = int; } ({ config, ... }: { x = 1; }) { options.y = mkOption { default = 1; }; } ]; }).config { x = 1; y = 1; } ]
    [ (f { modules = [ { options.x = int; options.y = int; } ({ config, ... }: { y = config.x + 1; x = 1; }) ]; }).config.y 2 ]
  ];
  evalOptionValue = f: [ [ (f [ "x" ] (int // { declarations = [ "d" ]; declarationPositions = [ null ]; }) (defs [ 1 ])).value 1 ] ];
  filterOverrides = f: [ [ (values (f (defs [ 1 (lib.mkForce 2) (lib.mkDefault 3) ]))) [ 2 ] ] [ (values (f (defs [ (lib.mkForce 1) (lib.mkForce 2) ]))) [ 1 2 ] ] ];
  filterOverrides' = f: [ [ (f (defs [ 1 (lib.mkForce 2) ])).highestPrio 50 ] ];
  fixMergeModules = f: [ [ (f [ { options.x = int; } ({ arg, ... }: { x = arg; }) { y = 1; } ] { arg = 3; }).config { x = 3; } ] ];
  fixupOptionType = f: [ [ (f [ "x" ] { options = [ ]; }).type.name "unspecified" ] ];
  importApply = f: [ [ (builtins.length (f ../data/apply.nix { }).imports) 1 ] ];
  importJSON = f: [ [ (f ../data/sample.json).config { a = [ 1 null ]; } ] ];
  importTOML = f: [ [ (f ../data/sample.toml).config { a.b = "c"; } ] ];
  mapDefinitionValue = f: [ [ (f (x: x + 1) (lib.mkForce (lib.mkIf true 1))).content.content 2 ] [ (f (x: x + 1) 1) 2 ] [ (f (x: x + 1) (lib.mkMerge [ 1 ])).contents [ 2 ] ] ];
  mergeAttrDefinitionsWithPrio = f: [ [ (f (options [ { options.x = mkOption { type = types.attrsOf types.int; }; } { x = { a = 1; b = lib.mkForce 2; }; } ]).x) { a = { value = 1; highestPrio = 100; }; b = { value = 2; highestPrio = 50; }; } ] ];
  mergeDefinitions = f: [ [ (f [ "x" ] types.int (defs [ 1 ])).mergedValue 1 ] [ (f [ "x" ] types.int [ ]).isDefined false ] [ (f [ "x" ] types.int (defs [ 1 (lib.mkForce 2) ])).defsFinal'.highestPrio 50 ] [ (f [ "x" ] types.int (defs [ (lib.mkIf false 1) ])).optionalValue { } ] ];
  mergeOptionDecls = f: [ [ (f [ "x" ] [ { _file = "f"; options = int; pos = null; } ]).declarations [ "f" ] ] [ (f [ "x" ] [ { _file = "f"; options = int; pos = null; } { _file = "g"; options = mkOption { type = types.str; }; pos = null; } ]).type throws ] ];
  mkAfter = f: [ [ (f 1).priority 1500 ] [ (config [ { options.x = lines; } (set (lib.mkMerge [ (f "b") "a" ])) ]).x "a\nb" ] ];
  mkAliasAndWrapDefinitions = f: [ [ (f (x: [ x ]) { isDefined = true; definitions = [ 1 ]; }).condition true ] ];
  mkAliasAndWrapDefsWithPriority = f: [ [ (builtins.head (f (x: x) { isDefined = true; highestPrio = 7; definitions = [ 1 ]; }).content.contents).priority 7 ] ];
  mkAliasDefinitions = f: [ [ (config [ { options.a = int; options.b = int; } ({ options, ... }: { b = f options.a; }) { a = 4; } ]).b 4 ] ];
  mkAliasIfDef = f: [ [ (f { isDefined = false; } 1).condition false ] ];
  mkAliasOptionModule = f: [ [ (config [ (f [ "a" ] [ "b" "c" ]) { options.b.c = int; } { a = lib.mkForce 1; b.c = 2; } ]) { a = 1; b.c = 1; } ] ];
  mkAliasOptionModuleMD = f: [ [ (config [ (f [ "a" ] [ "b" ]) { options.b = int; } { b = 2; } ]).a 2 ] ];
  mkAssert = f: [ [ (f true "m" 1).content 1 ] [ (f false "m" 1).condition throws ] ];
  mkBefore = f: [ [ (f 1).priority 500 ] [ (config [ { options.x = lines; } (set (lib.mkMerge [ "b" (f "a") ])) ]).x "a\nb" ] ];
  mkChangedOptionModule = f: [ [ (config [ messages { options.b = int; } (f [ "a" ] [ "b" ] (c: c.a + 1)) { a = 1; } ]).b 2 ] ];
  mkDefault = f: [ [ (f 1).priority 1000 ] [ (config [ { options.x = int; } (set (f 1)) (set 2) ]).x 2 ] ];
  mkDefinition = f: [ [ (f { file = "f"; value = 1; })._type "definition" ] [ (options [ { options.x = int; } (set (f { file = "f"; value = 1; })) ]).x.files [ "f" ] ] ];
  mkDerivedConfig = f: [ [ (f { highestPrio = 7; value = 1; } (x: x + 1)) { _type = "override"; priority = 7; content = 2; } ] ];
  mkFixStrictness = f: [ [ (f 1) 1 ] ];
  mkForce = f: [ [ (f 1).priority 50 ] [ (config [ { options.x = int; } (set (f 1)) (set 2) ]).x 1 ] ];
  mkIf = f: [ [ (f true 1) { _type = "if"; condition = true; content = 1; } ] [ (config [ { options.x = mkOption { default = 0; }; } (f false { x = 1; }) ]).x 0 ] [ (config [ { options.a = any; options.b = any; } ({ config, ... }: { config = f config.a { b = 1; }; }) { a = true; } ]).b 1 ] ];
  mkImageMediaOverride = f: [ [ (f 1).priority 60 ] ];
  mkMerge = f: [ [ (f [ 1 ]) { _type = "merge"; contents = [ 1 ]; } ] [ (config [ { options.x = lines; } { config = f [ { x = "a"; } { x = "b"; } ]; } ]).x "a\nb" ] ];
  mkMergedOptionModule = f: [ [ (config [ messages { options.c = int; } (f [ [ "a" ] [ "b" ] ] [ "c" ] (cfg: cfg.a + cfg.b)) { a = 1; b = 2; } ]).c 3 ] [ (builtins.length (lib.evalModules { modules = [ messages { options.c = mkOption { default = 0; }; } (f [ [ "a" ] ] [ "c" ] (cfg: cfg.a)) { a = 1; } ]; }).config.warnings) 1 ] ];
  mkOptionDefault = f: [ [ (f 1).priority 1500 ] ];
  mkOrder = f: [ [ (f 1 2) { _type = "order"; priority = 1; content = 2; } ] ];
  mkOverride = f: [ [ (f 1 2) { _type = "override"; priority = 1; content = 2; } ] [ (config [ { options.x.y = int; } { x = f 10 { y = 1; }; } { x.y = 2; } ]).x.y 1 ] ];
  mkRemovedOptionModule = f: [ [ (map (a: a.assertion) (lib.evalModules { modules = [ messages (f [ "a" ] "Use b.") { a = 1; } ]; }).config.assertions) [ false ] ] [ (lib.evalModules { modules = [ messages (f [ "a" ] "Use b.") { a = 1; } ]; }).config.a throws ] ];
  mkRenamedOptionModule = f: [ [ (config [ messages { options.b = int; } (f [ "a" ] [ "b" ]) { a = 1; } ]).b 1 ] [ (builtins.length (lib.evalModules { modules = [ messages { options.b = int; } (f [ "a" ] [ "b" ]) { a = 1; } ]; }).config.warnings) 1 ] ];
  mkRenamedOptionModuleWith = f: [ [ (config [ messages { options.b = int; } (f { from = [ "a" ]; to = [ "b" ]; sinceRelease = 2305; }) { a = 1; } ]).b 1 ] ];
  mkVMOverride = f: [ [ (f 1).priority 10 ] ];
  pushDownProperties = f: [ [ (f (lib.mkMerge [ { a = 1; } (lib.mkIf true { b = 2; }) ])) [ { a = 1; } { b = lib.mkIf true 2; } ] ] [ (f (lib.mkForce { a = 1; })) [ { a = lib.mkForce 1; } ] ] ];
  setDefaultModuleLocation = f: [ [ (f "file" { a = 1; }) { _file = "file"; imports = [ { a = 1; } ]; } ] ];
  sortProperties = f: [ [ (values (f (defs [ (lib.mkAfter 3) 2 (lib.mkBefore 1) ]))) [ 1 2 3 ] ] ];
}
