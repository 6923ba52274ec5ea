# A submodule type for lists of small records. One plain definition of known names, which is nearly every item, is
# completed by hand: evaluating a module for each would cost more than all resources of a module together.
# Whatever else stands there (a property, a function, an unknown name, a wrong type) goes through the submodule.
{ lib }:
let
  inherit (builtins) all attrNames head isAttrs isList isString length mapAttrs removeAttrs;

  isPlain = value: !(isAttrs value && value ? _type);

  fits = option: value:
    isPlain value && option.type.check value && (!(isList value) || all isString value);
in
# `computed` gives the defaults that depend on other members.
{ options, computed ? (_: { }) }:
let
  submodule = lib.types.submodule ({ config, ... }@arguments: {
    inherit options;
    config = mapAttrs (_: lib.mkDefault) (computed arguments.config);
  });
  names = attrNames options;

  isSimple = value: isAttrs value && isPlain value && removeAttrs value names == { };

  completed = loc: defs: value:
    let
      evaluated = submodule.merge loc defs;
      record = mapAttrs
        (name: option:
          if value ? ${name} then (if fits option value.${name} then value.${name} else evaluated.${name})
          else (computed record).${name} or option.default or evaluated.${name})
        options;
    in
    record;
in
submodule // {
  # Else the module system would put a plain submodule of the same modules in this type's place.
  getSubModules = null;
  merge = loc: defs:
    if length defs == 1 && isSimple (head defs).value then completed loc defs (head defs).value
    else submodule.merge loc defs;
}
