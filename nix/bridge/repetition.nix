# Does a submodule inside another one repeat it without an end? Where a function makes the submodules, as kubenix does
# for every definition of the Kubernetes API, no value is ever the same twice; but what they declare is, at the same
# places. A function that ends is told by going on: the path from the outer to the inner one is followed further, and
# must lead to the same declarations as often as `enough`. Nodes of the IR are lazy, so no other path is looked at.
{ }:
let
  inherit (builtins) all any attrNames elemAt foldl' fromJSON filter isAttrs isList isString replaceStrings split stringLength substring;

  enough = 16;

  # `outer` and `inner` are { at; unrolled; }: JSON pointer and node.
  repeats = outer: inner:
    looksLike outer.unrolled inner.unrolled
    && goesOn enough (stepsBetween outer.at inner.at) inner.unrolled;

  goesOn = times: steps: node:
    times == 0
    || (
      let next = foldl' inside node steps; in
      looksLike node next && goesOn (times - 1) steps next
    );

  looksLike = a: b:
    a.kind or null == "submodule"
    && b.kind or null == "submodule"
    && attrNames a.options == attrNames b.options
    && any (name: a.options.${name}.declarations or [ ] != [ ]) (attrNames a.options)
    && all (name: outline a.options.${name} == outline b.options.${name}) (attrNames a.options);

  outline = entry:
    if entry.kind == "option" then { inherit (entry) declarations; inherit (entry.type) kind; }
    else attrNames entry.options;

  inside = node: step:
    if isList node then elemAt node (fromJSON step)
    else if isAttrs node then node.${step} or null
    else null;

  stepsBetween = outer: inner:
    let
      path = substring (stringLength outer) (-1) inner;
      parts = filter isString (split "/" path);
    in
    map (replaceStrings [ "~1" "~0" ] [ "/" "~" ]) (filter (part: part != "") parts);
in
repeats
