# What every kubenix module rests on: the project's name, and the features by which modules find each other.
{ lib, ... }:
let
  inherit (lib) mkOption types;
  record = import ../record.nix { inherit lib; };
in
{
  options = {
    kubenix.project = mkOption {
      description = "Name of the project; every resource carries it as annotation.";
      type = types.str;
      default = "kubenix";
    };

    _m.features = mkOption {
      description = "Features that the imported modules offer.";
      internal = true;
      type = types.listOf types.str;
      default = [ ];
    };

    _m.propagate = mkOption {
      description = "Modules that submodule instances with the named features receive.";
      internal = true;
      default = [ ];
      type = types.listOf (record {
        options = {
          features = mkOption {
            description = "Features of which an instance must have at least one; none means every instance.";
            type = types.listOf types.str;
            default = [ ];
          };
          module = mkOption {
            description = "The module that is handed on.";
            type = types.unspecified;
            default = { };
          };
        };
      });
    };
  };
}
