# One entry of `submodules.instances`: which submodule, which version, which arguments; and the evaluated
# configuration.
{ lib, pkgs, specialArgs, choice, cfg }:
{ name, config, options, ... }:
let
  inherit (lib)
    concatMap concatStringsSep filter mkAliasDefinitions mkForce mkOption mkOptionDefault optionalString showOption types unique;

  submodule = choice.find {
    inherit (cfg) imports;
    name = config.submodule;
    inherit (config) version;
    instance = showOption [ "submodules" "instances" name ] + optionalString (files != [ ]) " (in ${concatStringsSep ", " files})";
  };
  isWritten = option: option.highestPrio < (mkOptionDefault null).priority;
  files = unique (concatMap (option: option.files)
    (filter isWritten [ options.submodule options.version options.args options.config ]));
  defaults = choice.defaults { inherit (cfg) defaults; inherit submodule; };

  module = {
    imports = submodule.modules ++ defaults ++ [ ../base.nix ];
    # A submodule type names its module after the option ("config").
    _module.args = { inherit pkgs; name = mkForce config.name; submodule = config; };
    submodule.args = mkAliasDefinitions options.args;
  };
in
{
  options = {
    name = mkOption {
      description = "Name of the instance.";
      type = types.str;
      default = name;
    };
    submodule = mkOption {
      description = "Name of the submodule.";
      type = types.str;
      default = name;
    };
    version = mkOption {
      description = "Version of the submodule, or `~` and a pattern it must match; null takes the newest.";
      type = types.nullOr types.str;
      default = null;
    };
    passthru.enable = mkOption {
      description = "Whether this configuration receives what the instance hands on.";
      type = types.bool;
      default = true;
    };
    args = mkOption {
      description = "Arguments of the instance; the same as `config.submodule.args`.";
    };
    config = mkOption {
      description = "Configuration of the instance.";
      type = types.submoduleWith {
        inherit specialArgs;
        modules = [ module ];
        shorthandOnlyDefinesConfig = true;
      };
      visible = "shallow";
      default = { };
    };
  };
}
