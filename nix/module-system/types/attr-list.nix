# attrListOf: an ordered list of single-attribute sets; sets and mkOrder are taken too.
{ lib }:
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    foldl'
    head
    isAttrs
    isList
    length
    sort
    typeOf
    zipAttrsWith
    ;
  inherit (lib.modules)
    defaultOrderPriority
    defaultOverridePriority
    mkDefinition
    mkOrder
    mkOverride
    ;
  inherit (lib.modules.internal) messages optionValue;
  inherit (lib.options) showOption;
  inherit (lib.types) attrListWith mkOptionType optionDescriptionPhrase;

  # Order and override priority of a value, which keeps its override for the element's merge.
  # What is inside an override is not looked at: it may lose.
  peel =
    value:
    let
      inner = peel value.content;
    in
    if value._type or null == "order" then
      {
        inherit (inner) priority value;
        order = value.priority;
      }
    else if value._type or null == "override" then
      {
        inherit (inner) order;
        inherit (value) priority;
        value = mkOverride value.priority inner.value;
      }
    else
      {
        inherit value;
        order = defaultOrderPriority;
        priority = defaultOverridePriority;
      };

  # One { key; value; order; priority; file; } per attribute.
  itemsOf =
    loc: description: def:
    if isList def.value then
      map (listItem loc description def) def.value
    else
      map (
        key:
        peel def.value.${key}
        // {
          inherit key;
          inherit (def) file;
        }
      ) (attrNames def.value);

  listItem =
    loc: description: def: raw:
    let
      isOrdered = raw._type or null == "order";
      item = if isOrdered then raw.content else raw;
      key = head (attrNames item);
      peeled = peel item.${key};
      refuse =
        got:
        throw "option `${showOption loc}` takes a value of type `${description}`. ${got}. Definitions:${
          messages.showDefs [ (def // { value = raw; }) ]
        }";
    in
    if !isAttrs item then
      refuse "Each list element must be an attribute set, but got ${typeOf item}"
    else if length (attrNames item) != 1 then
      refuse "Each list element must be a single-key attribute set, but got ${toString (length (attrNames item))} keys"
    else
      peeled
      // {
        inherit key;
        inherit (def) file;
        order = if isOrdered then raw.priority else peeled.order;
      };

  # Per key only the items of the strongest priority stay; no priority beats an explicit weaker one.
  strongest =
    items:
    let
      best = foldl' (
        found: item:
        if item.priority < found.${item.key} or defaultOverridePriority then
          found // { ${item.key} = item.priority; }
        else
          found
      ) { } items;
    in
    filter (item: item.priority == best.${item.key} or defaultOverridePriority) items;
in
{
  attrListOf = elemType: attrListWith { inherit elemType; };

  attrListWith =
    {
      elemType,
      asAttrs ? false,
      mergeAttrValues ? (_: values: values),
    }:
    let
      description = "attribute list of ${
        optionDescriptionPhrase (class: class == "noun" || class == "composite") elemType
      }";

      elements =
        loc: defs:
        filter (item: item.defs != [ ]) (
          map (
            item:
            item
            // {
              loc = loc ++ [ item.key ];
              defs =
                (optionValue.reduce [
                  {
                    inherit (item) file value;
                    pos = null;
                  }
                ]).values;
            }
          ) (sort (a: b: a.order < b.order) (strongest (concatMap (itemsOf loc description) defs)))
        );
      valueOf = item: { ${item.key} = optionValue.mergeReduced item.loc elemType item.defs; };
      asValue = list: if asAttrs then zipAttrsWith mergeAttrValues list else list;
    in
    mkOptionType {
      name = "attrListOf";
      inherit description;
      descriptionClass = "composite";
      check = value: isList value || isAttrs value;
      merge = {
        __functor = _: loc: defs: asValue (map valueOf (elements loc defs));
        v2 =
          { loc, defs }:
          let
            items = elements loc defs;
            list = map valueOf items;
          in
          {
            headError = null;
            value = asValue list;
            valueMeta = {
              attrList = map (item: optionValue.valueMeta item.loc elemType item.defs) items;
              attrListValue = list;
              definitions = map (
                item:
                mkDefinition {
                  inherit (item) file;
                  value = mkOrder item.order (valueOf item);
                }
              ) items;
            };
          };
      };
      emptyValue.value = if asAttrs then { } else [ ];
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "*" ]);
      inherit (elemType) getSubModules;
      substSubModules =
        modules:
        attrListWith {
          inherit asAttrs mergeAttrValues;
          elemType = elemType.substSubModules modules;
        };
      typeMerge = _: null;
      nestedTypes.elemType = elemType;
    };
}
