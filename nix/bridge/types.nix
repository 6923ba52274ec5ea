# Option type → type node of the IR, read through the public attributes of a type (name, description,
# nestedTypes, getSubOptions, functor), so that any engine's types will do. A type made from a known
# one (`addCheck`, `// { name = …; }`) is read as that one; any other becomes `unknown`.
#
# Nodes carry no identity but their JSON pointer; `{ kind = "ref"; to = POINTER; }` ends a recursion.
# One that cannot be told apart from plain depth ends after `deepest` submodules in `unknown`. Below an
# option with `visible = "shallow"` no submodule is followed: what is declared so is mostly the whole
# configuration once more (specialisations), and its author said that it is not to be shown.
{ child, cross, optionNode, optionSet }:
let
  inherit (builtins)
    any
    concatMap
    dirOf
    filter
    foldl'
    fromJSON
    genList
    elemAt
    head
    isList
    isString
    length
    mapAttrs
    match
    replaceStrings
    unsafeGetAttrPos
    ;
  inherit (import ./kinds.nix { }) kindOf;
  inherit (import ./recursion.nix { }) sameModules sameValue;
  repeats = import ./repetition.nix { };

  deepest = 32;

  typeNode =
    { at, above, type }@this:
    if mergesOtherwise type then
      described type
      // {
        kind = "remerged";
        element = plainNode (this // { at = "${at}/element"; });
      }
    else
      plainNode this;

  # `bool // { merge = …; }`: what comes out has nothing to do with the type. The types of an engine
  # have their functions from one folder.
  mergesOtherwise =
    type:
    let
      folderOf = name: dirOf ((unsafeGetAttrPos name type).file or "");
    in
    folderOf "merge" != folderOf "_type";

  plainNode =
    this@{ at, above, type }:
    let
      same = filter (other: isSame other.type type) above;
      own = { inherit at type; };
    in
    if same != [ ] then
      refTo (head same)
    else if kindOf type == "submodule" then
      submoduleNode this
    else
      described type
      // { kind = kindOf type; }
      // (readers.${kindOf type} or (_: { })) (this // { above = above ++ [ own ]; });

  refTo = other: {
    kind = "ref";
    to = other.at;
  };

  # Beside the node there is another one, lazy, in which no repetition is looked for: to look for it in.
  submoduleNode =
    { at, above, type }:
    let
      options = type.getSubOptions [ ];
      node =
        mark:
        described type
        // { kind = "submodule"; }
        // readers.submodule {
          inherit at type options;
          above = above ++ [ mark ];
        };
      own = {
        inherit at type;
        unrolled = node {
          inherit at type;
          ahead = true;
        };
      };
      isAhead = any (other: other.ahead or false) above;
      around = filter (other: kindOf other.type == "submodule") above;
      repeated = if isAhead then [ ] else filter (outer: repeats outer own) around;
      cut =
        reason:
        described type
        // {
          kind = "unknown";
          inherit reason;
        };
    in
    if any (other: other.shallow or false) above then
      cut "shallow"
    else if repeated != [ ] then
      refTo (head repeated)
    else if length around >= (if isAhead then 2 * deepest else deepest) then
      cut "depth"
    else
      node own;

  # The description of a type that holds types is made of theirs: without an end where it holds itself,
  # which no `tryEval` catches. That of a submodule checks its definitions.
  described = type: {
    inherit (type) name;
    description =
      if kindOf type == "submodule" then
        textOr "submodule" (payload type).description or null
      else if type.nestedTypes or { } == { } then
        textOr type.name type.description or null
      else
        type.name;
  };

  textOr = default: text: if isString text then text else default;

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
  };

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

  # Bounds of sized integers are in the name, those of `between` nowhere but in the description.
  bounds =
    type:
    {
      minimum = null;
      maximum = null;
      exclusiveMinimum = null;
    }
    // boundsOf type;

  boundsOf =
    type:
    let
      sized = match "(un)?signedInt([0-9]+)" type.name;
      between = match ".*between ([-+.0-9e]+) and ([-+.0-9e]+) [(]both inclusive[)].*" (textOr "" type.description or null);
    in
    if sized != null then
      sizedBounds (head sized != null) (fromJSON (elemAt sized 1))
    else if between != null then
      {
        minimum = fromJSON (elemAt between 0);
        maximum = fromJSON (elemAt between 1);
      }
    else
      {
        unsignedInt.minimum = 0;
        positiveInt.minimum = 1;
        numberNonnegative.minimum = 0;
        numberPositive.exclusiveMinimum = 0;
      }
      .${type.name} or { };

  sizedBounds =
    unsigned: bits:
    let
      power = foldl' (product: _: product * 2) 1 (genList (bit: bit) (if unsigned then bits else bits - 1));
    in
    {
      minimum = if unsigned then 0 else 0 - power;
      maximum = power - 1;
    };
in
typeNode
