# Option type → type node of the IR, read through the public attributes of a type (name, description,
# nestedTypes, getSubOptions, functor), so that any engine's types will do. A type made from a known
# one (`addCheck`, `// { name = …; }`) is read as that one; any other becomes `unknown`.
#
# Nodes carry no identity but their JSON pointer; `{ kind = "ref"; to = POINTER; }` ends a recursion.
# What never ends and does not repeat itself either ends after `deepest` submodules in `unknown`. Below an
# option with `visible = "shallow"` no submodule is followed: what is declared so is mostly the whole
# configuration once more (specialisations), and its author said that it is not to be shown.
{ child, cross, optionNode, optionSet }:
let
  inherit (builtins)
    any
    dirOf
    filter
    head
    isString
    length
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
    { at, above, type, ... }:
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
