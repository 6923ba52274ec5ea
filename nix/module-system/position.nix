# positionOf :: outer position → set → name → position or null: where a person wrote this
# attribute. Sets that Gantry's own files put together (lists turned into sets, for example) know
# only those files; then the definition around them says more.
#
# firstPosition :: outer position → set → position or null: where its first attribute is written; items of lists have no
# other place.
#
# isOwnFile :: file name → whether it is one of Gantry's own. isKnown :: position or null → whether a person finds
# something there: what Gantry's own files put together is not a place where anybody would look.
let
  ownFolder = toString ../.;
  isOwnFile = file: builtins.substring 0 (builtins.stringLength ownFolder) file == ownFolder;

  positionOf =
    outer: set: name:
    let
      pos = builtins.unsafeGetAttrPos name set;
    in
    if outer != null && (pos == null || isOwnFile pos.file) then outer else pos;

  isKnown = pos: pos != null && !(isOwnFile pos.file);
  before = a: b: a.line < b.line || a.line == b.line && a.column < b.column;
in
{
  inherit isKnown isOwnFile positionOf;

  firstPosition =
    outer: set:
    let
      places = builtins.filter isKnown (map (positionOf outer set) (builtins.attrNames set));
    in
    if set ? _type || places == [ ] then outer else builtins.head (builtins.sort before places);
}
