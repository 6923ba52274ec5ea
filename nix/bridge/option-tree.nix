# What people name when they mean options → the option tree in it. Taken are an option tree, a module, a list
# of modules, an evaluated configuration (anything that evalModules gave), the path of a file that holds one of
# these, and a function to one of these.
{ lib, pkgs, gantry }:
let
  inherit (builtins)
    all attrNames elem functionArgs intersectAttrs isAttrs isFunction isList isPath typeOf;
  inherit (lib) evalModules;

  offered = { inherit lib pkgs gantry; };
  moduleKeys = [
    "_class" "_file" "config" "disabledModules" "freeformType" "imports" "key" "meta" "options"
  ];

  # Of a module only what it declares counts: definitions of options that stand elsewhere are no mistake.
  declaredBy = modules:
    (evalModules { modules = modules ++ [ { _module = { check = false; args = { inherit pkgs; }; }; } ]; }).options;

  # A function that wants no more than what is offered here is called; any other one is a module.
  isCallable = function:
    let wanted = functionArgs function; in
    wanted != { } && all (name: wanted.${name} || offered ? ${name}) (attrNames wanted);

  isConfiguration = set: set._type or null == "configuration" || set ? extendModules && set ? options;
  isModule = set:
    (set ? options || set ? imports)
    && set.options._type or null != "option"
    && all (name: elem name moduleKeys) (attrNames set);

  treeOf = given:
    if isPath given then treeOf (import given)
    else if isList given then declaredBy given
    else if isFunction given then
      if isCallable given then treeOf (given (intersectAttrs (functionArgs given) offered)) else declaredBy [ given ]
    else if !(isAttrs given) then
      throw "codegen: the options are ${typeOf given}, but they should be an option tree, a module or an evaluated configuration, such as `(lib.evalModules { … }).options`"
    else if isConfiguration given then given.options
    else if isModule given then declaredBy [ given ]
    else given;
in
treeOf
