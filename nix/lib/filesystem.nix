# lib.filesystem: reading folders.
{ lib }:
let
  inherit (builtins)
    attrNames
    baseNameOf
    concatMap
    dirOf
    filter
    map
    match
    pathExists
    readDir
    ;
  inherit (lib.filesystem) listFilesRecursive pathType;
  inherit (lib.strings) hasSuffix;
in
{
  inherit (builtins)
    baseNameOf
    dirOf
    hashFile
    isPath
    readDir
    ;

  readFileType = pathType;
  # Nix before 2.14 has no primitive for it; the root has no parent that lists it.
  pathType =
    path:
    if toString path == "/" then
      "directory"
    else
      (readDir (dirOf path)).${baseNameOf path} or (throw "the path ${toString path} does not exist");
  pathIsDirectory = path: pathExists path && pathType path == "directory";
  pathIsRegularFile = path: pathExists path && pathType path == "regular";

  listFilesRecursive =
    folder:
    let
      entries = readDir folder;
    in
    concatMap (
      name:
      if entries.${name} == "directory" then
        listFilesRecursive (folder + "/${name}")
      else
        [ (folder + "/${name}") ]
    ) (attrNames entries);

  # The nearest folder, from `file` upwards, that has an entry matching the pattern.
  locateDominatingFile =
    pattern: file:
    let
      go =
        folder:
        let
          matches = filter (groups: groups != null) (map (match pattern) (attrNames (readDir folder)));
        in
        if matches != [ ] then
          {
            path = folder;
            inherit matches;
          }
        else if toString folder == "/" then
          null
        else
          go (dirOf folder);
    in
    go (if pathType file == "directory" then file else dirOf file);

  resolveDefaultNix =
    path:
    if lib.filesystem.pathIsDirectory path then
      path + "/default.nix"
    else if builtins.isString path && hasSuffix "/" path then
      path + "default.nix"
    else
      path;
}
