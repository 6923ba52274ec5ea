# Submodules: modules with a name and a version (`submodules.imports`), and instances of them whose objects
# and exports flow back into this configuration.
{ layer }:
{ config, options, kubenix, pkgs, lib, ... }:
let
  inherit (builtins) filter removeAttrs;
  inherit (lib) mapAttrsToList mkMerge mkOption optional types;

  cfg = config.submodules;
  specialArgs = { inherit lib; } // cfg.specialArgs // { parentConfig = config; };
  choice = import ../submodule-choice.nix { inherit lib; };

  import' = import ./submodules/import.nix { inherit lib specialArgs; };
  instance = import ./submodules/instance.nix { inherit lib pkgs specialArgs choice cfg; };
  plainInstance = import ./submodules/plain-instance.nix {
    inherit lib choice config layer;
    own = builtins.length ownDefaults;
  };

  # What every instance receives.
  ownDefaults = [{ default.kubenix.project = config.kubenix.project; }]
    ++ map (propagated: { inherit (propagated) features; default = propagated.module; }) config._m.propagate
    ++ optional cfg.propagate.enable {
      features = [ "submodules" ];
      default.submodules = { inherit (cfg) defaults imports; };
    };

  # A path, or a function that asks for what only a module gets: `[ ./boat.nix ]` and `[ (import ./boat.nix) ]`
  # are meant alike. Other functions are entries of the list that look at themselves.
  isBareModule = value:
    types.path.check value
    || lib.isFunction value && (lib.functionArgs value) ? kubenix;
  bareModule = types.addCheck types.raw isBareModule;

  # Every top-level option may receive definitions from instances.
  received = path: mkMerge (mapAttrsToList
    (_: instance: if instance.passthru.enable then lib.attrByPath path { } instance.config.submodule.passthru else { })
    cfg.instances);

  passthru = mapAttrsToList
    (name: _: {
      ${name} = received [ name ];
    })
    (removeAttrs options [ "_definedNames" "_module" "_m" "submodules" ]);
in
{
  _file = ./submodules.nix;
  key = "kubenix.modules.submodules";
  imports = [ ./base.nix ./submodules/options.nix ];

  options.submodules = {
    imports = mkOption {
      description = "Submodules that instances may name. Of two with one name and version the first is taken.";
      type = types.listOf (types.coercedTo bareModule (module: { inherit module; }) import');
      default = [ ];
    };
    instances = mkOption {
      description = "Instances of submodules.";
      type = types.attrsOf (plainInstance (types.submodule instance));
      default = { };
    };
  };

  config = mkMerge ([
    {
      _m.features = [ "submodules" ];
      _module.args = mkMerge (
        map (submodule: { ${submodule.exportAs} = submodule.definition.exports; })
          (filter (submodule: submodule.exportAs != null) cfg.imports)
        ++ [ (received [ "_module" "args" ]) ]
      );

      submodules.specialArgs.kubenix = kubenix;
      submodules.defaults = ownDefaults;
    }
  ] ++ passthru);
}
