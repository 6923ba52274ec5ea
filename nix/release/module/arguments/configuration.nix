# The configuration of the application: its file, and what its Secrets do.
{ lib }:
let
  inherit (lib) mkOption types;

  file = types.submodule {
    options = {
      filename = mkOption {
        type = types.str;
        description = "Name of the file. Its ending says how `data` is written: .json, .yaml, .yml or .toml.";
        example = "server.yml";
      };
      mountPath = mkOption {
        type = types.str;
        description = "Folder in the container that gets the file; nothing else in it is hidden.";
        example = "/etc/ntfy";
      };
      data = mkOption {
        type = types.either types.lines (types.attrsOf types.anything);
        description = "Content of the file: text, or a value that is written in the form of the file's ending.";
        example = { gateway = { port = 18789; bind = "0.0.0.0"; }; };
      };
    };
  };
in
{
  config = mkOption {
    type = types.nullOr file;
    default = null;
    description = "A configuration file, kept in a ConfigMap. When it changes, the pod is replaced.";
    example = { filename = "server.yml"; mountPath = "/etc/ntfy"; data.listen-http = ":80"; };
  };

  rollOnSecretChange = mkOption {
    type = types.bool;
    default = false;
    description = ''
      Whether the pods of a deployment, statefulset or daemonset are replaced when a Secret that they read changes.
      The pod template gets the annotation `checksum/<secret>`, made of the Secret as it is written, sealed values and
      all: no value can be guessed from it, and a value that stays the same replaces nothing. Secrets that no module
      of the project makes are left out.
    '';
    example = true;
  };
}
