# `kubernetes.api`: the resources with everything that applies to them. Reading
# `config.kubernetes.api.resources.core.v1.ConfigMap.a` gives the finished object, defaults included.
{ config, options, lib, ... }:
let
  inherit (lib) mapAttrs mkOption mkOptionType types;
  cfg = config.kubernetes;
  resources = options.kubernetes.resources;

  selector = what: mkOption {
    description = "${what} whose resources receive the default; null stands for all.";
    type = types.nullOr types.str;
    default = null;
  };

  default = import ../../record.nix { inherit lib; } {
    options = {
      group = selector "API group (`core` for the empty one)";
      version = selector "API version";
      kind = selector "Kind";
      resource = selector "Resource name (`pods`)";
      propagate = mkOption {
        description = "Whether submodule instances receive the default as well.";
        type = types.bool;
        default = false;
      };
      default = mkOption {
        description = "What is added: definitions, or a module that may look at the resource.";
        type = types.unspecified;
        default = { };
      };
    };
  };

  # Definitions stay as they are: what they mean together is decided in one place, for all resources.
  unmerged = mkOptionType {
    name = "resources";
    description = "resources by attribute name, or by group, version and kind";
    check = builtins.isAttrs;
    merge = _: definitions: definitions;
  };

  api = { config, options, ... }: {
    options = {
      defaults = mkOption {
        description = "Defaults for resources.";
        type = types.listOf default;
        default = [ ];
        apply = lib.unique;
      };
      resources = mkOption {
        description = "Resources by attribute name, or by group, version and kind.";
        type = unmerged;
        default = { };
        apply = _: config.evaluated.resources;
      };
      types = mkOption {
        description = "The known kinds by `group/version/Kind`.";
        readOnly = true;
        type = types.raw;
        default = mapAttrs
          (_: type: { inherit (type) name group version kind attrName; })
          config.evaluated.types;
      };
      evaluated = mkOption {
        description = "All definitions of resources, evaluated once for everyone who reads them.";
        internal = true;
        type = types.raw;
        default = import ../../resources.nix {
          inherit lib;
          inherit (cfg) version customTypes;
          inherit (config) defaults;
          moduleDefinesSpec = cfg.customTypesModuleDefinesCRDSpec;
          definitions = resources.definitionsWithLocations ++ options.resources.definitionsWithLocations;
        };
      };
    };
  };
in
{
  options.kubernetes.api = mkOption {
    description = "Resources with all that applies to them, and the defaults themselves.";
    type = types.submodule api;
    default = { };
  };
}
