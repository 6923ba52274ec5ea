# Options of `submodules` that need nothing but types.
{ lib, ... }:
let
  inherit (lib) mkOption types;
  record = import ../../record.nix { inherit lib; };

  list = description: mkOption { inherit description; type = types.listOf types.str; default = [ ]; };
  selector = description: mkOption { inherit description; type = types.nullOr types.str; default = null; };
in
{
  options.submodules = {
    specialArgs = mkOption {
      description = "Special arguments of submodules; they may be used in `imports`.";
      type = types.attrs;
      default = { };
    };

    propagate.enable = mkOption {
      description = "Whether instances that have submodules themselves receive these imports and defaults.";
      type = types.bool;
      default = true;
    };

    defaults = mkOption {
      description = "Definitions for all instances that match.";
      default = [ ];
      type = types.listOf (record {
        options = {
          name = selector "Name of the submodule; null stands for all.";
          version = selector "Version of the submodule, or `~` and a pattern; null stands for all.";
          tags = list "Tags of which the submodule must have one; none means all.";
          features = list "Features of which the submodule must have one; none means all.";
          default = mkOption {
            description = "Definitions, or a module.";
            type = types.unspecified;
            default = { };
          };
        };
      });
    };
  };
}
