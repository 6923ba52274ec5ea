# lib.debug.
{ lib }:
let
  inherit (builtins)
    deepSeq
    filter
    isAttrs
    isList
    map
    mapAttrs
    substring
    trace
    ;
  inherit (lib.debug)
    traceSeqN
    traceValFn
    traceValSeqFn
    traceValSeqNFn
    ;

  # Cut below `depth`, for showing.
  snip =
    depth: value:
    if isList value then
      if depth == 0 then pretty "[…]" else map (snip (depth - 1)) value
    else if isAttrs value then
      if depth == 0 then pretty "{…}" else mapAttrs (_: snip (depth - 1)) value
    else
      value;
  pretty = text: {
    __pretty = _: text;
    val = null;
  };
in
{
  inherit (builtins) addErrorContext trace unsafeGetAttrPos;

  traceIf =
    condition: message: value:
    if condition then trace message value else value;
  traceValFn = f: value: trace (f value) value;
  traceVal = traceValFn (value: value);
  traceSeq = shown: trace (deepSeq shown shown);
  traceSeqN =
    depth: shown: trace (lib.generators.toPretty { allowPrettyValues = true; } (snip depth shown));
  traceValSeqFn = f: value: traceValFn f (deepSeq value value);
  traceValSeq = traceValSeqFn (value: value);
  traceValSeqNFn =
    f: depth: value:
    traceSeqN depth (f value) value;
  traceValSeqN = traceValSeqNFn (value: value);
  traceFnSeqN =
    depth: name: f: argument:
    let
      result = f argument;
    in
    traceSeqN (depth + 1) {
      fn = name;
      from = argument;
      to = result;
    } result;

  # The tests (names that start with "test", or those in `tests.tests`) that fail.
  runTests =
    tests:
    let
      chosen =
        name: if tests.tests or [ ] == [ ] then substring 0 4 name == "test" else builtins.elem name tests.tests;
    in
    map (name: {
      inherit name;
      inherit (tests.${name}) expected;
      result = tests.${name}.expr;
    }) (filter (name: chosen name && tests.${name}.expr != tests.${name}.expected) (builtins.attrNames tests));
  testAllTrue = expr: {
    inherit expr;
    expected = map (_: true) expr;
  };
}
