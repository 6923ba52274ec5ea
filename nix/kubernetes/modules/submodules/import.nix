# One entry of `submodules.imports`: the modules, and what they say about themselves. For the latter they are
# evaluated once without arguments, as far as name, version and the like need it.
{ lib, specialArgs }:
{ config, ... }:
let
  inherit (lib) elem mkOption types;

  evaluated = lib.evalModules {
    inherit specialArgs;
    modules = config.modules ++ [ ../base.nix { _module.args.check = false; } ];
  };
  described =
    if elem "submodule" evaluated.config._m.features then evaluated.config
    else throw "submodules.imports: an imported module is no submodule; it must import `kubenix.modules.submodule` and set `submodule.name`.";
in
{
  options = {
    module = mkOption {
      description = "The module that defines the submodule.";
      type = types.unspecified;
    };
    modules = mkOption {
      description = "The modules that define the submodule.";
      type = types.listOf types.unspecified;
      default = [ config.module ];
      defaultText = "[ config.module ]";
    };
    features = mkOption {
      description = "Features that the submodule offers.";
      type = types.listOf types.str;
    };
    definition = mkOption {
      description = "What the submodule says about itself.";
      type = types.attrs;
    };
    exportAs = mkOption {
      description = "Module argument under which the exports of the submodule are available.";
      type = types.nullOr types.str;
      default = null;
    };
    builtIn = mkOption {
      description = "Whether the submodule comes with Gantry; one of the user's with its name then wins.";
      internal = true;
      type = types.bool;
      default = false;
    };
  };

  config = {
    inherit (described._m) features;
    definition = { inherit (described.submodule) name description version tags exports; };
  };
}
