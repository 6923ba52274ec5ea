/* `configMapsFromFolder`: each folder directly below basePath becomes a ConfigMap item of its name, with a key for
   each file. basePath is a Nix path (./files): there is no chart directory that a relative text could mean. */
{ lib, schema, fields }:
let
  inherit (lib) filterAttrs mapAttrs optionalAttrs;
  inherit (schema) any bool both fail mapOf record;
  inherit (import ./value.nix { inherit lib; }) show;
  escape = import ./template/escape.nix;

  isFolder = value: builtins.isPath value || (builtins.isString value && builtins.substring 0 1 value == "/");

  fileAttributes = record { optional = { binary = bool; escaped = bool; exclude = bool; }; };

  overrides = both [
    (record {
      optional = {
        inherit (fields.common) annotations forceRename labels;
        fileAttributeOverrides = mapOf fileAttributes;
      };
    })
    # A file with a NUL cannot be read by Nix, and base64 of the others is nothing a module should do.
    (path: given: lib.concatLists (lib.mapAttrsToList
      (file: attributes: lib.optionals (builtins.isAttrs attributes && attributes.binary or false == true)
        (fail (path ++ [ "fileAttributeOverrides" file "binary" ]) "cannot be done in Nix: put the file into configMaps.<id>.binaryData, as base64 text"))
      (if builtins.isAttrs given && builtins.isAttrs (given.fileAttributeOverrides or null) then given.fileAttributeOverrides else { })))
  ];

  settings = record {
    optional = {
      enabled = bool;
      basePath = any;
      configMapsOverrides = mapOf overrides;
    };
  };

  ofKind = kind: folder: filterAttrs (_name: found: found == kind) (builtins.readDir folder);

  filled = path: given:
    if !(given.enabled or false) then [ ]
    else if (given.basePath or null) == null then fail (path ++ [ "basePath" ]) "is required"
    else if !(isFolder given.basePath) then fail (path ++ [ "basePath" ]) "must be a path (./files) or an absolute path, got ${show given.basePath}"
    else if !(builtins.pathExists given.basePath) then fail (path ++ [ "basePath" ]) "is not there: ${toString given.basePath}"
    else if ofKind "directory" given.basePath == { } then fail (path ++ [ "basePath" ]) "holds no folder"
    else [ ];

  toItem = basePath: given: folder:
    let
      attributes = given.fileAttributeOverrides or { };
      content = file:
        let text = builtins.readFile (basePath + "/${folder}/${file}"); in
        if (attributes.${file} or { }).escaped or false then escape text else text;
      wanted = filterAttrs (file: _kind: !((attributes.${file} or { }).exclude or false)) (ofKind "regular" (basePath + "/${folder}"));
    in
    builtins.intersectAttrs { annotations = null; forceRename = null; labels = null; } given
    // { enabled = true; data = mapAttrs (file: _kind: content file) wanted; };
in
{
  shape = path: given:
    let found = settings path given; in
    if found != [ ] then found else filled path given;

  # values → ConfigMap items by folder name.
  configMaps = values:
    let given = values.configMapsFromFolder or { }; in
    optionalAttrs (given.enabled or false)
      (mapAttrs (folder: _kind: toItem given.basePath ((given.configMapsOverrides or { }).${folder} or { }) folder)
        (ofKind "directory" given.basePath));
}
