# A module that can be instantiated: imported by submodules, answered by `submodules.instances`.
{ config, lib, ... }:
let
  inherit (lib) mkOption types;

  text = description: default: mkOption { inherit description default; type = types.str; };
  attributes = description: mkOption { inherit description; type = types.attrs; default = { }; };
in
{
  imports = [ ./base.nix ];

  options.submodule = {
    name = mkOption {
      description = "Name by which instances ask for this submodule.";
      type = types.str;
    };
    description = text "What this submodule is for." "";
    version = text "Version of this submodule; instances may ask for one, or for a pattern." "1.0.0";
    tags = mkOption {
      description = "Tags by which `submodules.defaults` select submodules.";
      type = types.listOf types.str;
      default = [ ];
    };
    exports = attributes "Functions that importers receive as the module argument `exportAs`.";
    passthru = attributes "Definitions that the importing configuration receives from every instance.";
    args = mkOption {
      description = "Arguments of the submodule: it declares options below this name, instances define them in `args`.";
      type = types.submodule { };
      visible = "shallow";
      default = { };
    };
  };

  config = {
    _module.args.args = config.submodule.args;
    _m.features = [ "submodule" ];
  };
}
