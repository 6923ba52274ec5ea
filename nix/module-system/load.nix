# load: one import (path, function, attribute set) → one module in canonical form
# { key; _file; _class; imports; disabledModules; options; config; }.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    attrNames
    filter
    isAttrs
    isList
    isString
    mapAttrs
    removeAttrs
    substring
    typeOf
    ;
  inherit (lib.trivial) functionArgs isFunction;
  inherit (lib.options) showOption;
  inherit (lib.modules) mkMerge;

  nearest = import ./near-miss.nix { inherit lib; };

  metaNames = [
    "_class"
    "_file"
    "key"
    "disabledModules"
    "imports"
    "freeformType"
  ];
  explicitNames = metaNames ++ [
    "options"
    "config"
    "meta"
  ];
  shorthandNames = metaNames ++ [ "require" ];

  load =
    args: file: key: module:
    if isFunction module then
      canonical file key (applyArgs key module args)
    else if isAttrs module then
      loadAttrs args file key module
    else if isList module then
      throw "${file}: an import is a list, but it must be a module. Take the inner brackets away: `imports = [ a b ];`"
    else if isRelativeText module then
      throw "${file}: imports holds the text ${builtins.toJSON module}, but it takes modules. Write the path without quotes: `imports = [ ${
        if substring 0 1 module == "." then module else "./${module}"
      } ];`"
    else
      let
        path = toString module;
        content = import module;
      in
      canonical path path (if isFunction content then applyArgs path content args else content);

  isRelativeText = module: isString module && substring 0 1 module != "/";

  loadAttrs =
    args: file: key: module:
    let
      tag = module._type or "module";
    in
    if tag == "module" then
      canonical file key module
    else if tag == "if" || tag == "override" then
      # mkIf and mkOverride around a whole module cover its config.
      canonical file key { config = module; }
    else
      throw (notAModule args._prefix file tag);

  notAModule =
    prefix: file: tag:
    "a value of type ${builtins.toJSON tag} stands where a module is expected, in the imports of ${file}"
    + (if prefix == [ ] then "" else ", loaded into `${showOption prefix}`")
    + (
      if tag == "configuration" then
        "\n  It is an evaluated configuration: import the modules it was made of instead."
      else if tag == "flake" then
        "\n  It is a whole flake: name one of its modules, such as `inputs.name.modules.default`."
      else
        ""
    );

  # Arguments that are not given from outside are read from `_module.args`, lazily.
  applyArgs =
    key: f: args:
    f (
      args
      // mapAttrs (
        name: _:
        addErrorContext "while evaluating the module argument `${name}` in \"${key}\":" (
          args.${name} or args.config._module.args.${name} or (throw (unknownArgument key args name))
        )
      ) (functionArgs f)
    );

  unknownArgument =
    key: args: name:
    let
      known = filter (known: substring 0 1 known != "_") (attrNames (args // args.config._module.args));
      near = nearest known name;
    in
    "${key} takes the module argument `${name}`, which modules here do not receive"
    + (if near == [ ] then "" else "; did you mean `${builtins.head near}`?")
    + "\n  There are ${builtins.concatStringsSep ", " known}. Give others as specialArgs, or define `_module.args.${name} = …;`.";

  described =
    value:
    if isFunction value then
      "a function of two arguments"
    else if isList value then
      "a list"
    else
      "a value of type ${typeOf value}";

  canonical =
    file: key: m:
    if !isAttrs m then
      throw "${file}${
        if key == file then "" else " (${key})"
      } does not look like a module: it is ${described m}, but it must be an attribute set (`{ … }`) or a function that gives one (`{ lib, ... }: { … }`)."
    else if m ? config || m ? options then
      explicit file key m
    else
      {
        _file = toString m._file or file;
        _class = m._class or null;
        key = toString m.key or key;
        disabledModules = m.disabledModules or [ ];
        imports = m.require or [ ] ++ m.imports or [ ];
        options = { };
        config = withFreeform m (removeAttrs m shorthandNames);
      };

  explicit =
    file: key: m:
    let
      extra = attrNames (removeAttrs m explicitNames);
      config = m.config or { };
      written = toString (m._file or file);
      name = if written == toString key then written else "${written} (${toString key})";
    in
    if extra != [ ] then
      throw "module ${name} has `config` or `options` and, beside them, `${builtins.concatStringsSep "`, `" extra}`. Move everything that is a definition below `config`: `config.${builtins.head extra} = …;`"
    else
      {
        _file = toString m._file or file;
        _class = m._class or null;
        key = toString m.key or key;
        disabledModules = m.disabledModules or [ ];
        imports = m.imports or [ ];
        options = m.options or { };
        config = withFreeform m (
          if m ? meta then
            mkMerge [
              config
              { inherit (m) meta; }
            ]
          else
            config
        );
      };

  withFreeform =
    m: config:
    if m ? freeformType then
      mkMerge [
        config
        { _module.freeformType = m.freeformType; }
      ]
    else
      config;
in
{
  inherit applyArgs canonical load;

  setDefaultModuleLocation = file: module: {
    _file = file;
    imports = [ module ];
  };

  importApply = path: argument: {
    _file = path;
    imports = [ (import path argument) ];
  };
}
