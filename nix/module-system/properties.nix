# Properties: the wrappers (mkIf, mkMerge, mkOverride, mkOrder, mkDefinition) that a
# module puts around a value, and the three steps that take them off again.
#
# A definition is { file; value; pos; }: `pos` is a thunk of the place that wrote it and is
# forced only by error messages.
{ lib }:
let
  inherit (builtins)
    concatMap
    filter
    foldl'
    isAttrs
    isBool
    length
    mapAttrs
    sort
    ;

  defaultOverridePriority = 100;
  optionDefaultPriority = 1500;
  defaultOrderPriority = 1000;

  mkIf = condition: content: {
    _type = "if";
    inherit condition content;
  };
  mkMerge = contents: {
    _type = "merge";
    inherit contents;
  };
  mkOverride = priority: content: {
    _type = "override";
    inherit priority content;
  };
  mkOrder = priority: content: {
    _type = "order";
    inherit priority content;
  };

  # Nix keeps no attribute positions across mapAttrs, so each set that comes out is paired
  # with the set as it was written (`source`).
  pushDown =
    value:
    let
      tag = value._type or null;
      wrapped = wrap: map (part: part // { config = wrapAttrs wrap part.config; }) (pushDown value.content);
    in
    if tag == null then
      [
        {
          config = value;
          source = value;
        }
      ]
    else if tag == "merge" then
      concatMap pushDown value.contents
    else if tag == "if" then
      wrapped (mkIf value.condition)
    else if tag == "override" then
      wrapped (mkOverride value.priority)
    else
      [
        {
          config = value;
          source = value;
        }
      ];

  wrapAttrs = wrap: value: if isAttrs value then mapAttrs (_: wrap) value else value;

  dischargeProperties =
    value:
    let
      tag = value._type or null;
    in
    if tag == "merge" then
      concatMap dischargeProperties value.contents
    else if tag == "if" then
      if checkedCondition value.condition then dischargeProperties value.content else [ ]
    else
      [ value ];

  # The same for definitions: mkMerge opened, mkIf decided, mkDefinition taken at its word.
  dischargeDefinition =
    def:
    let
      inherit (def) value;
      tag = value._type or null;
    in
    if tag == null || tag == "override" || tag == "order" then
      [ def ]
    else if tag == "merge" then
      concatMap (content: dischargeDefinition (def // { value = content; })) value.contents
    else if tag == "if" then
      if checkedCondition value.condition then
        dischargeDefinition (def // { value = value.content; })
      else
        [ ]
    else if tag == "definition" then
      [ value ]
    else
      [ def ];

  checkedCondition =
    condition:
    if isBool condition then
      condition
    else
      throw "mkIf: the condition is a ${builtins.typeOf condition}, but it must be a Boolean";

  priorityOf =
    def:
    if def.value._type or null == "override" then def.value.priority else defaultOverridePriority;

  stripOverride =
    def: if def.value._type or null == "override" then def // { value = def.value.content; } else def;

  filterOverrides' =
    defs:
    let
      highestPrio = foldl' (
        best: def:
        let
          priority = priorityOf def;
        in
        if priority < best then priority else best
      ) 9999 defs;
    in
    if length defs == 1 then
      {
        values = map stripOverride defs;
        highestPrio = priorityOf (builtins.head defs);
      }
    else
      {
        values = map stripOverride (filter (def: priorityOf def == highestPrio) defs);
        inherit highestPrio;
      };

  sortProperties =
    defs:
    sort (a: b: a.priority or defaultOrderPriority < b.priority or defaultOrderPriority) (
      map (
        def:
        if def.value._type or null == "order" then
          def
          // {
            value = def.value.content;
            inherit (def.value) priority;
          }
        else
          def
      ) defs
    );

  mapDefinitionValue =
    f: def:
    let
      tag = def._type or null;
    in
    if tag == "merge" then
      def // { contents = map (mapDefinitionValue f) def.contents; }
    else if tag == "if" || tag == "override" || tag == "order" then
      def // { content = mapDefinitionValue f def.content; }
    else if tag == "definition" then
      def // { value = mapDefinitionValue f def.value; }
    else
      f def;
in
{
  inherit
    defaultOrderPriority
    defaultOverridePriority
    dischargeDefinition
    dischargeProperties
    filterOverrides'
    mapDefinitionValue
    mkIf
    mkMerge
    mkOrder
    mkOverride
    optionDefaultPriority
    pushDown
    sortProperties
    ;

  filterOverrides = defs: (filterOverrides' defs).values;
  pushDownProperties = value: map (part: part.config) (pushDown value);

  mkDefinition = definition@{ file, value, ... }: definition // { _type = "definition"; };

  # Lower numbers win. 100 is a definition without any wrapper.
  mkOptionDefault = mkOverride optionDefaultPriority;
  mkDefault = mkOverride 1000;
  mkImageMediaOverride = mkOverride 60;
  mkForce = mkOverride 50;
  mkVMOverride = mkOverride 10;

  # Lower numbers come first; sorting is stable.
  mkBefore = mkOrder 500;
  mkAfter = mkOrder 1500;

  mkAssert =
    assertion: message:
    mkIf (if assertion then true else throw "failed assertion: ${message}");

  mkFixStrictness = content: content;
}
