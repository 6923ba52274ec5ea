# lib.fixedPoints: values that refer to themselves, and overlays over them.
{ lib }:
let
  inherit (lib.fixedPoints)
    composeExtensions
    converge
    extends
    fix'
    makeExtensibleWithCustomName
    ;
  inherit (lib.trivial) isFunction;
in
{
  fix =
    f:
    let
      self = f self;
    in
    self;
  fix' =
    f:
    let
      self = f self // {
        __unfix__ = f;
      };
    in
    self;

  converge =
    f: value:
    let
      next = f value;
    in
    if next == value then value else converge f next;

  extends =
    overlay: f: final:
    let
      prev = f final;
    in
    prev // overlay final prev;

  composeExtensions =
    first: second: final: prev:
    let
      own = first final prev;
    in
    own // second final (prev // own);
  composeManyExtensions = lib.lists.foldr composeExtensions (_: _: { });

  makeExtensible = makeExtensibleWithCustomName "extend";
  makeExtensibleWithCustomName =
    name: f:
    fix' (
      self:
      f self
      // {
        ${name} = overlay: makeExtensibleWithCustomName name (extends overlay f);
      }
    );

  toExtension =
    overlay:
    if !isFunction overlay then
      _: _: overlay
    else
      final: prev:
      let
        ofPrev = overlay prev;
      in
      if isFunction ofPrev then overlay final prev else ofPrev;
}
