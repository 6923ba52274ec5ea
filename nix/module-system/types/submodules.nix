# Types whose values are modules: submodule, deferredModule.
{ lib }:
let
  inherit (builtins)
    attrNames
    concatStringsSep
    intersectAttrs
    isAttrs
    toJSON
    ;
  inherit (lib.lists) last toList;
  inherit (lib.modules) evalModules mkOptionDefault setDefaultModuleLocation;
  inherit (lib.options) showOption;
  inherit (lib.trivial) isFunction;
  inherit (lib.types)
    defaultFunctor
    deferredModuleWith
    mkOptionType
    noCheckForDocsModule
    optionDescriptionPhrase
    path
    submoduleWith
    ;

  isModule = value: isAttrs value || isFunction value || path.check value;
  nameless = {
    _module.args.name = mkOptionDefault "‹name›";
  };

  # Both given and different is an error; otherwise the one that is given.
  agree =
    what: a: b:
    if a == null || a == b then
      b
    else if b == null then
      a
    else
      throw "A submoduleWith option is declared multiple times with conflicting ${what} values ${toJSON a} and ${toJSON b}.";

  mergePayloads =
    a: b:
    let
      twice = attrNames (intersectAttrs a.specialArgs b.specialArgs);
    in
    {
      class = agree "class" a.class b.class;
      modules = a.modules ++ b.modules;
      specialArgs =
        if twice == [ ] then
          a.specialArgs // b.specialArgs
        else
          throw "A submoduleWith option is declared multiple times with the same specialArgs: ${concatStringsSep ", " twice}.";
      shorthandOnlyDefinesConfig = agree "shorthandOnlyDefinesConfig" a.shorthandOnlyDefinesConfig b.shorthandOnlyDefinesConfig;
      description = agree "description" a.description b.description;
    };
in
{
  submodule =
    modules:
    submoduleWith {
      shorthandOnlyDefinesConfig = true;
      modules = toList modules;
    };

  submoduleWith =
    {
      modules,
      specialArgs ? { },
      shorthandOnlyDefinesConfig ? false,
      description ? null,
      class ? null,
    }@arguments:
    let
      # The evaluation without definitions; each value extends it.
      base = evalModules {
        inherit class specialArgs;
        modules = [ nameless ] ++ modules;
      };
      forDocs =
        prefix:
        base.extendModules {
          inherit prefix;
          modules = [ noCheckForDocsModule ];
        };

      asModule =
        def:
        if shorthandOnlyDefinesConfig == true && isAttrs def.value then
          {
            _file = def.file;
            config = def.value;
          }
        else
          setDefaultModuleLocation def.file def.value;

      evaluate =
        loc: defs:
        base.extendModules {
          modules = [ { _module.args.name = last loc; } ] ++ map asModule defs;
          prefix = loc;
        };
      merge = loc: defs: (evaluate loc defs).config;

      freeform = base._module.freeformType;
      docsFreeform = (forDocs [ ])._module.freeformType;
    in
    mkOptionType {
      name = "submodule";
      description =
        if description != null then
          description
        else if docsFreeform ? description then
          "open submodule of ${
            optionDescriptionPhrase (class: class == "noun" || class == "composite") docsFreeform
          }"
        else
          "submodule";
      check = isModule;
      merge = {
        __functor = _: merge;
        v2 =
          { loc, defs }:
          rec {
            headError = null;
            valueMeta.configuration = evaluate loc defs;
            value = valueMeta.configuration.config;
          };
      };
      emptyValue.value = base.config;
      getSubOptions =
        prefix:
        let
          docs = forDocs prefix;
          open = docs._module.freeformType;
        in
        docs.options
        // (if open == null then { } else { _freeformOptions = open.getSubOptions prefix; });
      getSubModules = modules;
      substSubModules = modules: submoduleWith (arguments // { inherit modules; });
      nestedTypes = if freeform == null then { } else { freeformType = freeform; };
      functor = defaultFunctor "submodule" // {
        type = submoduleWith;
        payload = {
          inherit
            class
            description
            modules
            shorthandOnlyDefinesConfig
            specialArgs
            ;
        };
        binOp = mergePayloads;
      };
    };

  deferredModule = deferredModuleWith { };

  # A module to be evaluated elsewhere: the value is one module that imports all definitions.
  deferredModuleWith =
    {
      staticModules ? [ ],
    }@arguments:
    mkOptionType {
      name = "deferredModule";
      description = "module";
      descriptionClass = "noun";
      check = isModule;
      merge = loc: defs: {
        imports =
          staticModules
          ++ map (
            def: setDefaultModuleLocation "${def.file}, via option ${showOption loc}" def.value
          ) defs;
      };
      inherit (submoduleWith { modules = staticModules; }) getSubModules getSubOptions;
      substSubModules = modules: deferredModuleWith (arguments // { staticModules = modules; });
      functor = defaultFunctor "deferredModuleWith" // {
        type = deferredModuleWith;
        payload = { inherit staticModules; };
        binOp = a: b: { staticModules = a.staticModules ++ b.staticModules; };
      };
    };
}
