# positionOf :: outer position → set → name → position or null: where a person wrote this
# attribute. Sets that Gantry's own files put together (lists turned into sets, for example) know
# only those files; then the definition around them says more.
let
  ownFolder = toString ../.;
  isOwn = pos: builtins.substring 0 (builtins.stringLength ownFolder) pos.file == ownFolder;
in
outer: set: name:
let
  pos = builtins.unsafeGetAttrPos name set;
in
if outer != null && (pos == null || isOwn pos) then outer else pos
