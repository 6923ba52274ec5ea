# From the definitions of one option to its value.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    all
    any
    concatMap
    head
    isAttrs
    length
    ;
  inherit (lib.modules)
    defaultOverridePriority
    filterOverrides'
    mkOptionDefault
    sortProperties
    ;
  inherit (lib.modules.internal) messages properties;
  inherit (lib.options) showOption;
  inherit (properties) dischargeDefinition optionDefaultPriority;

  isPlain = value: !(isAttrs value && value ? _type);

  # The definitions that count, properties taken off: { values; highestPrio; }.
  # One definition without properties is by far the most frequent case: no allocation.
  reduce =
    defs:
    if length defs == 1 && isPlain (inFile (head defs) (head defs).value) then
      {
        values = defs;
        highestPrio = defaultOverridePriority;
      }
    else
      let
        filtered = filterOverrides' (concatMap (def: inFile def (dischargeDefinition def)) defs);
      in
      {
        values = ordered filtered.values;
        inherit (filtered) highestPrio;
      };

  # The text is only made when something fails; the CLI reads the place out of it.
  inFile = def: addErrorContext "while evaluating definitions from ${messages.showPlace def}";

  ordered =
    defs: if any (def: def.value._type or null == "order") defs then sortProperties defs else defs;

  # Value of definitions that are already reduced.
  mergeReduced =
    loc: type: defs:
    if defs == [ ] then
      type.emptyValue.value or (throw (messages.noValue loc))
    else if all (def: type.check def.value) defs then
      type.merge loc defs
    else
      throw (messages.wrongType loc type defs);

  mergeDefinitions = loc: type: defs: rec {
    defsFinal' = reduce defs;
    defsFinal = defsFinal'.values;
    isDefined = defsFinal != [ ];
    mergedValue = mergeReduced loc type defsFinal;
    optionalValue = if isDefined then { value = mergedValue; } else { };
    checkedAndMerged = {
      headError = null;
      value = mergedValue;
      valueMeta = valueMeta loc type defsFinal;
    };
  };

  # What a type tells about the value beside the value: see `merge.v2` in types/.
  valueMeta =
    loc: type: defs:
    if type.merge ? v2 then
      (type.merge.v2 { inherit loc defs; }).valueMeta // { _internal = { inherit type; }; }
    else
      { };

  defaultDefinition = opt: value: {
    inherit value;
    file = head opt.declarations;
    pos = head opt.declarationPositions or [ null ];
  };

  evalOptionValue =
    loc: opt: defs:
    let
      inherit (opt) type;
      all' = if opt ? default then [ (defaultDefinition opt (mkOptionDefault opt.default)) ] ++ defs else defs;
      reduced =
        # A definition without properties always beats the default.
        if length defs == 1 && isPlain (inFile (head defs) (head defs).value) then
          {
            values = defs;
            highestPrio = defaultOverridePriority;
          }
        # Most options have a default and nothing else.
        else if defs == [ ] && opt ? default then
          {
            values = ordered [ (defaultDefinition opt opt.default) ];
            highestPrio = optionDefaultPriority;
          }
        else
          reduce all';
      final = reduced.values;
      merged =
        if opt.readOnly or false && length all' > 1 then
          throw (messages.readOnly loc (concatMap (def: (reduce [ def ]).values) all'))
        else
          mergeReduced loc type final;
      value = if opt ? apply then opt.apply merged else merged;
    in
    warnDeprecated opt
    // {
      value = addErrorContext "while evaluating the option `${showOption loc}`:" value;
      inherit (reduced) highestPrio;
      isDefined = final != [ ];
      definitions = map (def: def.value) final;
      files = map (def: def.file) final;
      definitionsWithLocations = map (def: removeAttrs def [ "pos" ]) final;
      valueMeta = valueMeta loc type final;
      __toString = _: showOption loc;
    };

  warnDeprecated =
    opt:
    if opt.type.deprecationMessage or null == null then
      opt
    else
      lib.trivial.warn "option `${showOption opt.loc}`: the type `${opt.type.name}` is deprecated. ${opt.type.deprecationMessage}" opt;
in
{
  inherit
    evalOptionValue
    mergeDefinitions
    mergeReduced
    reduce
    valueMeta
    ;
}
