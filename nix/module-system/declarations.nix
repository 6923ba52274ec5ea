# Declarations: several mkOption of one path made into one option.
{ lib }:
let
  inherit (builtins)
    foldl'
    head
    length
    ;
  inherit (lib.modules.internal) load messages;
  inherit (lib) types;

  # decl: { _file; options; pos; }, where `options` is the option itself.
  mergeOptionDecls =
    loc: decls:
    if length decls == 1 then
      single loc (head decls)
    else
      foldl' (merge loc) {
        inherit loc;
        declarations = [ ];
        declarationPositions = [ ];
        options = [ ];
      } decls;

  single =
    loc: decl:
    decl.options
    // {
      inherit loc;
      declarations = [ decl._file ];
      declarationPositions = [ (position decl) ];
      options = subModules decl;
    };

  merge =
    loc: so-far: decl:
    let
      option = decl.options;
      both = name: option ? ${name} && so-far ? ${name};
      mergedType = so-far.type.typeMerge option.type.functor;
      refuse = reason: throw (messages.declaredTwice loc decl._file so-far.declarations reason);
      once = foldl' (found: name: if found == null && both name then name else found) null [
        "default"
        "example"
        "description"
        "apply"
      ];
    in
    if once != null then
      refuse "both give `${once}`; keep it in one of them"
    else
      option
      // so-far
      // {
        declarations = so-far.declarations ++ [ decl._file ];
        declarationPositions = so-far.declarationPositions ++ [ (position decl) ];
        options = subModules decl ++ so-far.options;
      }
      // (
        if !(both "type") then
          { }
        else if mergedType == null then
          refuse "their types differ (`${so-far.type.description}` and `${option.type.description}`)"
        else
          { type = mergedType; }
      );

  # Modules inside a submodule type are told apart by the file that declared them.
  subModules =
    decl:
    let
      modules = decl.options.type.getSubModules or null;
    in
    if modules == null then [ ] else map (load.setDefaultModuleLocation decl._file) modules;

  position =
    decl:
    if decl.pos != null then
      decl.pos
    else
      {
        file = decl._file;
        line = null;
        column = null;
      };
in
{
  inherit mergeOptionDecls;

  # The option's own submodules are replaced by all that were declared.
  fixupOptionType =
    loc: opt:
    if opt.type.getSubModules or null == null then
      if opt ? type then opt else opt // { type = types.unspecified; }
    else
      opt
      // {
        type = opt.type.substSubModules opt.options;
        options = [ ];
      };
}
