# What a type of each kind says of itself beyond its name: the types inside it, its values, its bounds. Each reader
# gets { at; above; type; } of the node, that of submodules their { options; } too, and gives members of the node; `inner` makes the node of a type inside it.
{ child, cross, inner, optionNode, optionSet }:
let
  inherit (builtins)
    concatMap
    elemAt
    filter
    fromJSON
    genList
    head
    isList
    length
    mapAttrs
    match
    replaceStrings
    ;
  bounds = import ./bounds.nix;
  inherit (import ./numbers.nix) crossing;

  payload = type: if builtins.isAttrs (type.functor.payload or null) then type.functor.payload else { };

  element = this: { element = inner this "element" (elementOf this.type); };

  # Older engines and older third-party types tell the held type in the functor alone.
  elementOf = type: type.nestedTypes.elemType or (payload type).elemType or (wrapped type);
  wrapped =
    type:
    let
      held = type.functor.wrapped or null;
    in
    if held._type or null == "option-type" then held else null;

  # Older engines quote the pattern in the name alone.
  patternInName =
    name:
    let
      quoted = match "strMatching (\".*\")" name;
    in
    if quoted == null then null else fromJSON (replaceStrings [ "\\$" ] [ "$" ] (head quoted));

  # `oneOf` is a chain of `either`; a link with a name of its own stays a type.
  membersOf =
    type:
    concatMap (member: if isPlainEither member then membersOf member else [ member ]) [
      (type.nestedTypes.left or null)
      (type.nestedTypes.right or null)
    ];
  isPlainEither = type: type.name or null == "either" && type ? nestedTypes.left;
in
{
  attrListOf =
    this:
    element this
    // {
      # Only the empty value tells which of its two forms the type gives.
      asAttrs = this.type.emptyValue.value or [ ] == { };
    };
  attrsOf =
    this:
    element this
    // {
      lazy = this.type.name == "lazyAttrsOf";
      placeholder = (payload this.type).placeholder or "name";
    };
  attrTag =
    { at, above, type }:
    {
      tags = mapAttrs (
        name: option:
        optionNode {
          inherit above option;
          at = child "${at}/tags" name;
          position = null;
        }
      ) type.nestedTypes;
    };
  coercedTo = this: {
    from = inner this "from" (this.type.nestedTypes.coercedType or null);
    to = inner this "to" (this.type.nestedTypes.finalType or (wrapped this.type));
  };
  either =
    this:
    let
      members = membersOf this.type;
    in
    {
      members = genList (index: inner this "members/${toString index}" (elemAt members index)) (
        length members
      );
    };
  enum =
    { type, ... }:
    let
      # Older engines keep the bare list.
      values =
        if isList (type.functor.payload or null) then
          type.functor.payload
        else
          (payload type).values or [ (_: "unknown") ];
      crosses = value: let crossed = cross value; in crossed ? json || crossed ? digits;
      inJson = filter crosses values;
    in
    {
      values = map crossing inJson;
      # Some value cannot be written as JSON (a path, a package): anything may come.
      open = length inJson < length values;
    };
  functionTo = this: { result = inner this "result" (elementOf this.type); };
  int = { type, ... }: mapAttrs (_: crossing) (bounds type);
  listOf =
    this:
    element this
    // {
      # `nonEmptyListOf` is `listOf` without an empty value.
      nonEmpty = !(this.type ? emptyValue.value);
    };
  nullOr = element;
  number = { type, ... }: mapAttrs (_: crossing) (bounds type);
  path =
    { type, ... }:
    {
      inStore = (payload type).inStore or null;
      absolute = (payload type).absolute or null;
    };
  separatedString =
    { type, ... }:
    {
      separator = (payload type).sep or (type.functor.payload or "");
    };
  strMatching =
    { type, ... }:
    {
      pattern = (payload type).pattern or (patternInName type.name);
    };
  submodule =
    this@{ at, above, type, options }:
    let
      # The options tell it without checking the definitions of the submodule, which may be broken
      # or incomplete; an engine whose options do not tell it has it in the type.
      freeform = if options ? _module.freeformType then null else type.nestedTypes.freeformType or null;
    in
    optionSet { inherit at above options; }
    // (if freeform == null then { } else { freeform = inner this "freeform" freeform; });
  unique = element;
  unknown = _: { reason = "type"; };
}
