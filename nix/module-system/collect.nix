# collect: from the modules a caller gives to all modules that take part: imports followed,
# doubles (same key) and disabled modules left out.
{ lib }:
let
  inherit (builtins)
    catAttrs
    concatLists
    elem
    filter
    genericClosure
    genList
    elemAt
    isAttrs
    isString
    length
    substring
    toJSON
    typeOf
    ;
  inherit (lib.modules.internal) load;
  inherit (lib.options) unknownModule;
  inherit (lib.strings) isConvertibleWithToString;

  # The module system's own module has this key and does not show up in graphs.
  internalKey = "gantry/module-system";

  # Tree of { key; module; modules; disabled; }, as lazy as the imports are.
  collectTree =
    class: args: parentFile: parentKey: modules:
    let
      entries = genList (
        n: collectOne class args parentFile "${parentKey}:anon-${toString (n + 1)}" (elemAt modules n)
      ) (length modules);
    in
    {
      modules = entries;
      disabled = concatLists (catAttrs "disabled" entries);
    };

  collectOne =
    class: args: file: key: import':
    let
      module = checkClass class (load.load args file key import');
      below = collectTree class args module._file module.key module.imports;
      own = module.disabledModules;
    in
    {
      inherit (module) key;
      inherit module;
      inherit (below) modules;
      disabled =
        if own == [ ] then
          below.disabled
        else
          map (item: {
            file = module._file;
            inherit item;
          }) own
          ++ below.disabled;
    };

  checkClass =
    class: module:
    if class == null || module._class == null || module._class == class then
      module
    else
      throw "The module `${module._file}` is of class ${toJSON module._class}, but this evaluation expects class ${toJSON class}. Import a module of class ${toJSON class}, or correct its `_class`.";

  disabledKey =
    modulesPath:
    { file, item }:
    if isString item then
      if substring 0 1 item == "/" then item else "${toString modulesPath}/${item}"
    else if isConvertibleWithToString item then
      if item ? key && item.key != toString item then
        throw "module `${file}`: an item of disabledModules reads as the path ${toString item} and has the key ${item.key}; which one is meant? Give the key alone: `{ key = …; }`"
      else
        toString item
    else if item ? key then
      item.key
    else if isAttrs item then
      throw "module `${file}`: an item of disabledModules is an attribute set without `key`, so nothing tells which module it is. Give a path, or give that module a `key`."
    else
      throw "module `${file}`: an item of disabledModules is a ${typeOf item}, but it must be a path, a string or a module with a `key`.";
in
{
  inherit internalKey;

  # class → modulesPath → modules → arguments → { modules; graph; }
  collect =
    class: modulesPath: modules: args:
    let
      tree = collectTree class args unknownModule "" modules;
      disabled = map (disabledKey modulesPath) tree.disabled;
      enabled =
        if disabled == [ ] then (entries: entries) else filter (entry: !(elem entry.key disabled));
      graph = entry: {
        inherit (entry) key;
        disabled = elem entry.key disabled;
        file = entry.module._file;
        imports = map graph entry.modules;
      };
    in
    {
      modules = map (entry: entry.module) (genericClosure {
        startSet = enabled tree.modules;
        operator = entry: enabled entry.modules;
      });
      graph = map graph (filter (entry: entry.key != internalKey) tree.modules);
    };
}
