# Types made of other types: nullOr, either, coercedTo, unique, functionTo, serialisable values.
{ lib }:
let
  inherit (builtins)
    all
    elemAt
    filter
    foldl'
    head
    length
    tail
    zipAttrsWith
    ;
  inherit (lib.modules.internal) messages optionValue;
  inherit (lib.options) mergeOneOption mergeUniqueOption;
  inherit (lib.trivial) functionArgs isFunction;
  inherit (lib.types)
    coercedTo
    defaultFunctor
    either
    functionTo
    mkOptionType
    nullOr
    oneOf
    optionDescriptionPhrase
    unique
    ;

  elemTypeFunctor = import ./functor.nix;

  isNoun = class: class == "noun";
  isNounOrConjunction = class: class == "noun" || class == "conjunction";
  isNounOrComposite = class: class == "noun" || class == "composite";

  checksAll = type: defs: all (def: type.check def.value) defs;
in
{
  nullOr =
    elemType:
    mkOptionType {
      name = "nullOr";
      description = "null or ${optionDescriptionPhrase isNounOrConjunction elemType}";
      descriptionClass = "conjunction";
      check = value: value == null || elemType.check value;
      merge =
        loc: defs:
        let
          nulls = length (filter (def: def.value == null) defs);
        in
        if nulls == 0 then
          elemType.merge loc defs
        else if nulls == length defs then
          null
        else
          throw (messages.nullAndValue loc defs);
      emptyValue.value = null;
      inherit (elemType) getSubModules getSubOptions;
      substSubModules = modules: nullOr (elemType.substSubModules modules);
      functor = elemTypeFunctor "nullOr" (payload: nullOr payload.elemType) { inherit elemType; };
      nestedTypes.elemType = elemType;
    };

  either =
    left: right:
    mkOptionType rec {
      name = "either";
      description =
        if left.descriptionClass or null == "nonRestrictiveClause" then
          "${left.description}, or ${optionDescriptionPhrase isNounOrConjunction right}"
        else
          "${optionDescriptionPhrase isNounOrConjunction left} or ${
            optionDescriptionPhrase (class: isNounOrConjunction class || class == "composite") right
          }";
      descriptionClass = "conjunction";
      check = value: left.check value || right.check value;
      # All definitions are of one side. Only a freeform type is merged without a check before.
      merge =
        loc: defs:
        if checksAll left defs then
          left.merge loc defs
        else if checksAll right defs then
          right.merge loc defs
        else
          lib.trivial.warn (messages.neitherSide loc left right defs) (mergeOneOption loc defs);
      typeMerge =
        other:
        let
          mergedLeft = left.typeMerge (head other.payload.elemType).functor;
          mergedRight = right.typeMerge (elemAt other.payload.elemType 1).functor;
        in
        if other.name != name || mergedLeft == null || mergedRight == null then
          null
        else
          either mergedLeft mergedRight;
      functor =
        elemTypeFunctor name (payload: either (head payload.elemType) (elemAt payload.elemType 1))
          {
            elemType = [
              left
              right
            ];
          };
      nestedTypes = { inherit left right; };
    };

  oneOf =
    types:
    if types == [ ] then
      throw "types.oneOf: the list is empty, but it needs at least one type"
    else
      foldl' either (head types) (tail types);

  coercedTo =
    coercedType: coerce: finalType:
    let
      convert = value: if coercedType.check value then coerce value else value;
    in
    if coercedType.getSubModules != null then
      throw "types.coercedTo: the type to coerce from must not hold submodules (it is a ${coercedType.description})"
    else
      mkOptionType {
        name = "coercedTo";
        description = "${optionDescriptionPhrase isNoun finalType} or ${optionDescriptionPhrase isNoun coercedType} convertible to it";
        check =
          value: (coercedType.check value && finalType.check (coerce value)) || finalType.check value;
        merge = loc: defs: finalType.merge loc (map (def: def // { value = convert def.value; }) defs);
        inherit (finalType) emptyValue getSubModules getSubOptions;
        substSubModules = modules: coercedTo coercedType coerce (finalType.substSubModules modules);
        # Two functions cannot be compared, hence not merged.
        typeMerge = _: null;
        functor = defaultFunctor "coercedTo";
        nestedTypes = { inherit coercedType finalType; };
      };

  uniq = unique { message = ""; };

  unique =
    { message }:
    type:
    mkOptionType {
      name = "unique";
      inherit (type)
        check
        description
        descriptionClass
        emptyValue
        getSubModules
        getSubOptions
        ;
      merge = mergeUniqueOption {
        inherit message;
        inherit (type) merge;
      };
      substSubModules = modules: unique { inherit message; } (type.substSubModules modules);
      functor = elemTypeFunctor "unique" (payload: unique { inherit message; } payload.elemType) {
        elemType = type;
      };
      nestedTypes.elemType = type;
    };

  functionTo =
    elemType:
    mkOptionType {
      name = "functionTo";
      description = "function that evaluates to a(n) ${optionDescriptionPhrase isNounOrComposite elemType}";
      descriptionClass = "composite";
      check = isFunction;
      merge = loc: defs: {
        __functionArgs = zipAttrsWith (_: all (optional: optional)) (
          map (def: functionArgs def.value) defs
        );
        __functor =
          _: argument:
          optionValue.mergeReduced (loc ++ [ "<function body>" ]) elemType
            (optionValue.reduce (map (def: def // { value = def.value argument; }) defs)).values;
      };
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "<function body>" ]);
      inherit (elemType) getSubModules;
      substSubModules = modules: functionTo (elemType.substSubModules modules);
      functor = elemTypeFunctor "functionTo" (payload: functionTo payload.elemType) {
        inherit elemType;
      };
      nestedTypes.elemType = elemType;
    };

  # Values that a data format can write.
  serializableValueWith =
    {
      typeName,
      nullable ? true,
    }:
    let
      inherit (lib) types;
      base = oneOf [
        types.bool
        types.int
        types.float
        types.str
        types.path
        (types.attrsOf value)
        (types.listOf value)
      ];
      value = (if nullable then nullOr base else base) // {
        description = "${typeName} value";
      };
    in
    value;

  json = lib.types.serializableValueWith { typeName = "JSON"; };
  toml = lib.types.serializableValueWith {
    typeName = "TOML";
    nullable = false;
  };
}
