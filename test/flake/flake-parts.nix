# Plays the part of flake-parts' evaluation, as far as gantry's module meets it: `flake` and `perSystem` options, the
# arguments `self` and `system`, and outputs by name and system.
{ gantry, self, module }:
let
  inherit (gantry.lib.lib) evalModules mkOption types;

  system = "x86_64-linux";
  anything = mkOption { type = types.lazyAttrsOf types.raw; default = { }; };

  perSystem = {
    options = { apps = anything; checks = anything; packages = anything; devShells = anything; };
    config._module.args = { inherit system; };
  };

  evaluated = evalModules {
    specialArgs = { inherit self; };
    modules = [
      module
      gantry.flakeModules.default
      {
        options = {
          flake = anything;
          perSystem = mkOption { type = types.deferredModule; default = { }; };
        };
      }
    ];
  };
  ofSystem = (evalModules { modules = [ evaluated.config.perSystem perSystem ]; }).config;
in
evaluated.config.flake // builtins.mapAttrs (_: outputs: { ${system} = outputs; }) ofSystem
