# Option type → type node of the IR, read through the public attributes of a type (name, description,
# nestedTypes, getSubOptions, functor), so that any engine's types will do. A type made from a known
# one (`addCheck`, `// { name = …; }`) is read as that one; any other becomes `unknown`.
#
# Nodes carry no identity but their JSON pointer; `{ kind = "ref"; to = POINTER; }` ends a recursion.
# One that cannot be told apart from plain depth ends after `deepest` submodules in `unknown`.
{ child, cross, optionNode, optionSet }:
let
  inherit (builtins)
    concatMap
    filter
    fromJSON
    genList
    elemAt
    head
    isList
    length
    mapAttrs
    match
    ;
  inherit (import ./kinds.nix { }) firstLine kindOf;
  inherit (import ./recursion.nix { }) sameModules sameValue;

  deepest = 8;

  typeNode =
    { at, above, type }:
    let
      same = filter (other: isSame other.type type) above;
      isSubmodule = kindOf type == "submodule";
      tooDeep = isSubmodule && length (filter (other: kindOf other.type == "submodule") above) >= deepest;
    in
    if same != [ ] then
      {
        kind = "ref";
        to = (head same).at;
      }
    else if tooDeep then
      described type
      // {
        kind = "unknown";
        reason = "depth";
      }
    else
      described type
      // { kind = kindOf type; }
      // (readers.${kindOf type} or (_: { })) {
        inherit at type;
        above = above ++ [ { inherit at type; } ];
      };

  described = type: {
    inherit (type) name;
    description = type.description or type.name;
  };

  isSame =
    a: b:
    let
      kind = kindOf a;
    in
    kind == kindOf b
    && (
      if kind == "submodule" then
        sameModules (a.getSubModules or null) (b.getSubModules or null)
      else
        b.nestedTypes or { } != { } && sameValue a b
    );

  payload = type: if builtins.isAttrs (type.functor.payload or null) then type.functor.payload else { };

  # The node of a type inside another one, found at `field` of the outer node. Third-party types
  # called like a known one may not tell what they hold.
  inner =
    { at, above, type }:
    field: held:
    if held == null then
      {
        kind = "unknown";
        reason = "type";
      }
      // described type
    else
      typeNode {
        inherit above;
        at = "${at}/${field}";
        type = held;
      };

  element = this: { element = inner this "element" (elementOf this.type); };

  # Older engines and older third-party types tell the held type in the functor alone.
  elementOf = type: type.nestedTypes.elemType or (payload type).elemType or (wrapped type);
  wrapped =
    type:
    let
      held = type.functor.wrapped or null;
    in
    if held._type or null == "option-type" then held else null;

  readers = {
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
        crossed = map cross values;
      in
      {
        values = map (value: value.json) (filter (value: value ? json) crossed);
        # Some value cannot be written as JSON (a path, a package): anything may come.
        open = filter (value: !(value ? json)) crossed != [ ];
      };
    functionTo = this: { result = inner this "result" (elementOf this.type); };
    int = { type, ... }: bounds type;
    listOf =
      this:
      element this
      // {
        # `nonEmptyListOf` is `listOf` without an empty value.
        nonEmpty = !(this.type ? emptyValue.value);
      };
    nullOr = element;
    number = { type, ... }: bounds type;
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
        pattern = (payload type).pattern or null;
      };
    submodule =
      this@{ at, above, type }:
      let
        set = optionSet {
          inherit at above;
          options = type.getSubOptions [ ];
        };
        freeform = type.nestedTypes.freeformType or null;
      in
      (if freeform == null then { } else { freeform = inner this "freeform" freeform; }) // set;
    unique = element;
    unknown = _: { reason = "type"; };
  };

  # `oneOf` is a chain of `either`; a link with a name or description of its own stays a type.
  membersOf =
    type:
    concatMap (member: if isPlainEither member then membersOf member else [ member ]) [
      (type.nestedTypes.left or null)
      (type.nestedTypes.right or null)
    ];
  isPlainEither =
    type:
    type.name or null == "either"
    && type ? nestedTypes.left
    && match ".*[oO]r .*" (firstLine type.description) != null;

  # Bounds stand nowhere but in the description, in these words.
  bounds =
    type:
    let
      found = match ".*between ([-+.0-9e]+) and ([-+.0-9e]+) [(]both inclusive[)].*" type.description;
    in
    if found != null then
      {
        minimum = fromJSON (elemAt found 0);
        maximum = fromJSON (elemAt found 1);
      }
    else
      {
        unsignedInt.minimum = 0;
        positiveInt.minimum = 1;
        numberNonnegative.minimum = 0;
        numberPositive.exclusiveMinimum = 0;
      }
      .${type.name} or { };
in
typeNode
