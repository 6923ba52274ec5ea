# Types of things of the module system itself: options and types.
{ lib }:
let
  inherit (builtins) head length;
  inherit (lib.modules.internal) declarations;
  inherit (lib.options) mkOption;
  inherit (lib.types) isType mkOptionType;
in
{
  optionDeclaration = mkOptionType {
    name = "optionDeclaration";
    description = "option declaration";
    descriptionClass = "noun";
    check = value: isType "option" value && !(value ? value);
  };

  # Several types are merged as if one option had been declared with each of them.
  optionType = mkOptionType {
    name = "optionType";
    description = "optionType";
    descriptionClass = "noun";
    check = isType "option-type";
    merge =
      loc: defs:
      if length defs == 1 then
        (head defs).value
      else
        (declarations.fixupOptionType loc (
          declarations.mergeOptionDecls loc (
            map (def: {
              _file = def.file;
              pos = null;
              options = mkOption { type = def.value; };
            }) defs
          )
        )).type;
  };
}
