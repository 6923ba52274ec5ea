# The configuration file: its ConfigMap and its mount.
{ lib }:
let
  inherit (lib) findFirst hasSuffix;

  printers = {
    ".json" = import ../../pkgs/json.nix { inherit lib; };
    ".yaml" = import ../../pkgs/pyyaml.nix { inherit lib; };
    ".yml" = import ../../pkgs/pyyaml.nix { inherit lib; };
    ".toml" = import ../../pkgs/toml.nix { inherit lib; };
  };
  endings = builtins.attrNames printers;

  text = { filename, data, ... }:
    let ending = findFirst (ending: hasSuffix ending filename) null endings; in
    if builtins.isString data then data
    else if ending != null then printers.${ending} data
    else throw "config file ‘${filename}’: data is a value, but the name does not say how to write it; end it in ${builtins.concatStringsSep ", " endings}, or give data as text";

  # The file is meant as it stands: braces in it are not app-template's template strings.
  literal = import ../template/escape.nix;

  path = { filename, mountPath, ... }:
    if hasSuffix "/${filename}" mountPath then mountPath
    else "${lib.removeSuffix "/" mountPath}/${filename}";
in
{
  configMap = file: { suffix = "config"; data.${file.filename} = literal (text file); };

  # `subPath` lays the one file into a folder that may hold others.
  mount = file: {
    type = "configMap";
    identifier = "config";
    globalMounts = [ { path = path file; subPath = file.filename; readOnly = true; } ];
  };
}
