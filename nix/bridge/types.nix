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
    filter
    head
    isString
    length
    ;
  inherit (import ./kinds.nix { }) kindOf;
  inherit (import ./recursion.nix { }) sameModules sameValue;

  deepest = 8;

  typeNode =
    { at, above, type }:
    let
      same = filter (other: isSame other.type type) above;
      isSubmodule = kindOf type == "submodule";
      tooDeep = length (filter (other: kindOf other.type == "submodule") above) >= deepest;
      hidden = filter (other: other.shallow or false) above != [ ];
      cut = if !isSubmodule then null else if hidden then "shallow" else if tooDeep then "depth" else null;
    in
    if same != [ ] then
      {
        kind = "ref";
        to = (head same).at;
      }
    else if cut != null then
      described type
      // {
        kind = "unknown";
        reason = cut;
      }
    else
      described type
      // { kind = kindOf type; }
      // (readers.${kindOf type} or (_: { })) {
        inherit at type;
        above = above ++ [ { inherit at type; } ];
      };

  # The description of a type that holds types is made of theirs: without an end where it holds itself,
  # which no `tryEval` catches. That of a submodule checks its definitions.
  described = type: {
    inherit (type) name;
    description =
      if kindOf type == "submodule" then
        textOr "submodule" type.functor.payload.description or null
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

  readers = import ./readers.nix {
    inherit
      child
      cross
      inner
      optionNode
      optionSet
      ;
  };
in
typeNode
