# What a type is: mkOptionType, and how two declarations' types become one (functor).
{ lib }:
let
  inherit (lib.options) mergeDefaultOption;

  isType = tag: value: value._type or "" == tag;

  # null when the two cannot be one type.
  defaultTypeMerge =
    a: b:
    let
      payload = a.binOp a.payload b.payload;
    in
    if a.name != b.name || (a.payload == null) != (b.payload == null) then
      null
    else if a.payload == null then
      a.type
    else if payload == null then
      null
    else
      a.type payload;

  defaultFunctor = name: {
    inherit name;
    type = lib.types.${name} or null;
    payload = null;
    binOp = _: _: null;
  };

  mkOptionType =
    {
      name,
      description ? null,
      descriptionClass ? null,
      check ? (_: true),
      merge ? mergeDefaultOption,
      emptyValue ? { },
      getSubOptions ? (_: { }),
      getSubModules ? null,
      substSubModules ? (_: null),
      typeMerge ? defaultTypeMerge functor,
      functor ? defaultFunctor name,
      deprecationMessage ? null,
      nestedTypes ? { },
    }:
    {
      _type = "option-type";
      inherit
        check
        deprecationMessage
        descriptionClass
        emptyValue
        functor
        getSubModules
        getSubOptions
        merge
        name
        nestedTypes
        substSubModules
        typeMerge
        ;
      description = if description == null then name else description;
    };

  isOptionType = isType "option-type";
in
{
  inherit
    defaultFunctor
    defaultTypeMerge
    isOptionType
    isType
    mkOptionType
    ;

  setType = tag: value: value // { _type = tag; };

  # Description of a part, in parentheses unless its class may stand without them.
  optionDescriptionPhrase =
    mayStandAlone: type:
    if mayStandAlone (type.descriptionClass or null) then type.description else "(${type.description})";

  mergeTypes =
    a: b:
    assert isOptionType a && isOptionType b;
    let
      merged = a.typeMerge b.functor;
    in
    if merged == null then
      {
        _type = "merge-error";
        error = "Cannot merge types";
      }
    else
      merged;

  # Narrows a type: what `check` refuses is no value of it.
  addCheck =
    type: check:
    type
    // {
      check = value: type.check value && check value;
    };

  # For documentation: options of a submodule without complaints about its definitions.
  noCheckForDocsModule = {
    _file = "<documentation>";
    config._module.check = lib.modules.mkForce false;
  };
}
