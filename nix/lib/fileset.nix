# lib.fileset: sets of files, for those who collect modules or data from folders. A set knows its files by their
# place, in the order in which a walk through the folders meets them.
{ lib }:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    elemAt
    intersectAttrs
    isAttrs
    isPath
    isString
    listToAttrs
    map
    pathExists
    removeAttrs
    replaceStrings
    typeOf
    ;
  inherit (lib.filesystem) listFilesRecursive pathType;
  inherit (lib.lists) foldl' imap1;
  inherit (lib.strings) hasPrefix hasSuffix;

  make = files: {
    _type = "fileset";
    inherit files;
  };

  # A folder's files come before those of a folder that its name begins: "a/x" before "a-b".
  keyOf = path: replaceStrings [ "/" ] [ (builtins.fromJSON ''"\u0001"'') ] (toString path);
  ofPaths =
    paths:
    make (
      listToAttrs (
        map (path: {
          name = keyOf path;
          value = path;
        }) paths
      )
    );

  below = path: if pathType path == "directory" then listFilesRecursive path else [ path ];

  filesOf =
    function: value:
    if isAttrs value && value._type or null == "fileset" then
      value.files
    else if isPath value && pathExists value then
      (ofPaths (below value)).files
    else if isPath value then
      throw "lib.fileset.${function}: ${toString value} is a path that does not exist; write `lib.fileset.maybeMissing` before it if it need not."
    else if isString value then
      throw "lib.fileset.${function}: \"${value}\" is a string, but it must be a file set or a path. Write the path without quotes."
    else
      throw "lib.fileset.${function}: this is a ${typeOf value}, but it must be a file set or a path.";

  binary =
    function: merge: left: right:
    make (merge (filesOf function left) (filesOf function right));

  describe = path: rec {
    name = baseNameOf path;
    type = pathType path;
    hasExt = ext: hasSuffix ".${ext}" name;
  };
in
{
  empty = make { };
  maybeMissing = path: if pathExists path then make (filesOf "maybeMissing" path) else make { };

  isFileset = value: isPath value || isAttrs value && value._type or null == "fileset";
  toList = fileset: attrValues (filesOf "toList" fileset);

  union = binary "union" (left: right: left // right);
  unions = filesets: make (foldl' (all: one: all // filesOf "unions" one) { } filesets);
  intersection = binary "intersection" intersectAttrs;
  difference = binary "difference" (left: right: removeAttrs left (attrNames right));

  # `wanted` gets { name; type; hasExt; } of each file below the path.
  fileFilter = wanted: path: ofPaths (builtins.filter (file: wanted (describe file)) (below path));

  # A copy of `root` in the store with these files alone.
  toSource =
    { root, fileset }:
    let
      files = filesOf "toSource" fileset;
      top = toString root;
      outside = builtins.filter (file: !(hasPrefix "${top}/" (toString file))) (attrValues files);
      # The file itself, and every folder on the way to it.
      wayTo =
        file:
        let
          parts = lib.strings.splitString "/" (lib.strings.removePrefix "${top}/" (toString file));
        in
        imap1 (count: _: "${top}/${lib.concatStringsSep "/" (lib.lists.take count parts)}") parts;
      kept = lib.attrsets.genAttrs (concatMap wayTo (attrValues files)) (_: true);
    in
    if outside != [ ] then
      throw "lib.fileset.toSource: ${toString (elemAt outside 0)} is not below the root ${top}."
    else
      {
        outPath = builtins.path {
          name = "source";
          path = root;
          filter = path: _: kept ? ${path};
        };
      };
}
