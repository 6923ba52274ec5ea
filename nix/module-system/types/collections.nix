# Types of lists and attribute sets with elements of one type.
#
# `merge` is a function of location and definitions. Types whose elements may hold submodules
# also answer `merge.v2`, which gives `valueMeta`: what is known about each element beside its
# value. It is evaluated on demand only.
{ lib }:
let
  inherit (builtins)
    concatLists
    elemAt
    filter
    foldl'
    genList
    isAttrs
    isList
    length
    mapAttrs
    zipAttrsWith
    ;
  inherit (lib.attrsets) filterAttrs;
  inherit (lib.modules.internal) optionValue;
  inherit (optionValue) mergeReduced reduce valueMeta;
  inherit (lib.types)
    addCheck
    attrsWith
    listOf
    mkOptionType
    nonEmptyListOf
    optionDescriptionPhrase
    ;

  elemTypeFunctor = import ./functor.nix;
  inherit (import ../position.nix) positionOf;

  isNounOrComposite = class: class == "noun" || class == "composite";

  withMeta = merge: meta: {
    __functor = _: merge;
    v2 =
      { loc, defs }:
      {
        headError = null;
        value = merge loc defs;
        valueMeta = meta loc defs;
      };
  };

  # Elements of all definitions as [ { loc; defs; } ], the undefined ones (mkIf false) left out.
  listElements =
    loc: defs:
    filter (element: element.defs != [ ]) (
      concatLists (
        genList (
          n:
          let
            def = elemAt defs n;
            at = m: "[definition ${toString (n + 1)}-entry ${toString (m + 1)}]";
          in
          genList (m: {
            loc = loc ++ [ (at m) ];
            defs = (reduce [ (def // { value = elemAt def.value m; }) ]).values;
          }) (length def.value)
        ) (length defs)
      )
    );

  # Definitions by attribute. `source` is where a set was written when `value` forgot.
  byName =
    defs:
    zipAttrsWith (_: found: found) (
      map (
        def:
        let
          source = def.source or def.value;
        in
        mapAttrs (name: value: {
          inherit (def) file;
          inherit value;
          pos = positionOf (def.pos or null) source name;
        }) def.value
      ) defs
    );

  definedByName =
    lazy: defs:
    let
      reduced = mapAttrs (_: found: (reduce found).values) (byName defs);
    in
    if lazy then reduced else filterAttrs (_: values: values != [ ]) reduced;

  # A placeholder of one's own wins over "name".
  mergeAttrsPayload =
    a: b:
    let
      elemType = a.elemType.typeMerge b.elemType.functor;
      placeholder =
        if a.placeholder == "name" || a.placeholder == b.placeholder then
          b.placeholder
        else if b.placeholder == "name" then
          a.placeholder
        else
          null;
    in
    if elemType == null || a.lazy != b.lazy || placeholder == null then
      null
    else
      {
        inherit elemType placeholder;
        inherit (a) lazy;
      };
in
{
  attrs = mkOptionType {
    name = "attrs";
    description = "attribute set";
    check = isAttrs;
    merge = _: foldl' (merged: def: merged // def.value) { };
    emptyValue.value = { };
  };

  listOf =
    elemType:
    mkOptionType {
      name = "listOf";
      description = "list of ${optionDescriptionPhrase isNounOrComposite elemType}";
      descriptionClass = "composite";
      check = isList;
      merge =
        withMeta
          (loc: defs: map (e: mergeReduced e.loc elemType e.defs) (listElements loc defs))
          (loc: defs: { list = map (e: valueMeta e.loc elemType e.defs) (listElements loc defs); });
      emptyValue.value = [ ];
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "*" ]);
      inherit (elemType) getSubModules;
      substSubModules = modules: listOf (elemType.substSubModules modules);
      functor = elemTypeFunctor "listOf" (payload: listOf payload.elemType) { inherit elemType; };
      nestedTypes.elemType = elemType;
    };

  nonEmptyListOf =
    elemType:
    let
      list = addCheck (listOf elemType) (value: value != [ ]);
    in
    list
    // {
      description = "non-empty ${optionDescriptionPhrase (class: class == "noun") list}";
      emptyValue = { };
      substSubModules = modules: nonEmptyListOf (elemType.substSubModules modules);
    };

  attrsOf = elemType: attrsWith { inherit elemType; };
  lazyAttrsOf =
    elemType:
    attrsWith {
      inherit elemType;
      lazy = true;
    };

  # Lazy: an attribute's definitions are looked at only when it is; hence mkIf false does not
  # remove it, and its value is the element type's empty value.
  attrsWith =
    {
      elemType,
      lazy ? false,
      placeholder ? "name",
    }:
    mkOptionType {
      name = if lazy then "lazyAttrsOf" else "attrsOf";
      description =
        (if lazy then "lazy attribute set" else "attribute set")
        + " of ${optionDescriptionPhrase isNounOrComposite elemType}";
      descriptionClass = "composite";
      check = isAttrs;
      merge = withMeta (
        loc: defs:
        mapAttrs (name: found: mergeReduced (loc ++ [ name ]) elemType found) (definedByName lazy defs)
      ) (loc: defs: {
        attrs = mapAttrs (name: found: valueMeta (loc ++ [ name ]) elemType found) (
          definedByName lazy defs
        );
      });
      emptyValue.value = { };
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "<${placeholder}>" ]);
      inherit (elemType) getSubModules;
      substSubModules =
        modules:
        attrsWith {
          elemType = elemType.substSubModules modules;
          inherit lazy placeholder;
        };
      functor = elemTypeFunctor "attrsWith" attrsWith { inherit elemType lazy placeholder; } // {
        binOp = mergeAttrsPayload;
      };
      nestedTypes.elemType = elemType;
    };

  loaOf =
    elemType:
    lib.types.attrsOf elemType
    // {
      name = "loaOf";
      deprecationMessage = "Lists are not taken any more: write `types.attrsOf`.";
    };
}
