# One entry of `submodules.imports`: the modules, and what they say about themselves. For the latter they are
# evaluated once without arguments, as far as name, version and the like need it.
{ lib, specialArgs }:
let
  inherit (lib) any elem findFirst mkOption types;

  evaluated = modules: lib.evalModules {
    inherit specialArgs;
    modules = modules ++ [ ../base.nix { _module.args.check = false; } ];
  };
  nameOf = modules: if any types.path.check modules then toString (findFirst types.path.check null modules) else "an imported module";
  describe = modules:
    let inherit (evaluated modules) config; in
    if elem "submodule" config._m.features then config
    else throw "submodules.imports: ${nameOf modules} is no submodule; it must import `kubenix.modules.submodule` and set `submodule.name`.";
in
import ../../record.nix { inherit lib; } {
  options = {
    module = mkOption {
      description = "The module that defines the submodule.";
      type = types.unspecified;
    };
    modules = mkOption {
      description = "The modules that define the submodule.";
      type = types.listOf types.unspecified;
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
    direct = mkOption {
      description = "What an instance hands on, as a function of its arguments, where the module need not be evaluated for it.";
      internal = true;
      type = types.nullOr types.raw;
      default = null;
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

  computed = import': let described = describe import'.modules; in {
    modules = [ import'.module ];
    inherit (described._m) features;
    definition = { inherit (described.submodule) name description version tags exports; };
  };
}
