# Options that every module of a project has: how its manifest file is written.
{ lib, ... }:
let
  inherit (lib) mkOption types;
in
{
  imports = [ ./rolls.nix ];

  options.manifest = {
    encrypt = mkOption {
      description = "Whether the manifest file is encrypted. A module whose file name ends in `.enc.nix` always is.";
      type = types.bool;
      default = false;
    };
    placeholders = mkOption {
      description = "Whether `ref+…` in the objects of this module is replaced by the value it refers to. Write false for text that only mentions it.";
      type = types.bool;
      default = true;
    };
  };
}
