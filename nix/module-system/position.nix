# positionOf :: outer position → set → name → position or null: where a person wrote this
# attribute. Sets that Gantry's own files put together (lists turned into sets, for example) know
# only those files; then the definition around them says more.
#
# isOwnFile :: file name → whether it is one of Gantry's own.
let
  ownFolder = toString ../.;
  isOwnFile = file: builtins.substring 0 (builtins.stringLength ownFolder) file == ownFolder;
in
{
  inherit isOwnFile;

  positionOf =
    outer: set: name:
    let
      pos = builtins.unsafeGetAttrPos name set;
    in
    if outer != null && (pos == null || isOwnFile pos.file) then outer else pos;
}
