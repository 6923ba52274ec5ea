# The options of `kubernetes` that are not a matter of single kinds.
{ lib, ... }:
let
  inherit (lib) last mkOption types;
  inherit (import ../../tables.nix) versions;
in
{
  options.kubernetes = {
    version = mkOption {
      description = "Kubernetes version that the resources are written for.";
      type = types.enum versions;
      default = last versions;
      example = "1.34";
    };

    namespace = mkOption {
      description = "Namespace of every resource that names none.";
      type = types.nullOr types.str;
      default = null;
      example = "default";
    };

    kubeconfig = mkOption {
      description = "Kubeconfig file of kubenix' command; of no effect here.";
      type = types.nullOr types.str;
      default = null;
    };

    customResources = mkOption {
      description = "Of no effect, in kubenix neither; see `kubernetes.customTypes`.";
      type = types.listOf types.attrs;
      default = [ ];
    };

    imports = mkOption {
      description = "YAML or JSON files whose objects belong to this module. Nix cannot read YAML: they are read after evaluation.";
      type = types.listOf (types.either types.package types.path);
      default = [ ];
    };

    importRequests = mkOption {
      description = "Files of `kubernetes.imports` with the metadata that their objects get.";
      internal = true;
      type = types.listOf types.raw;
      default = [ ];
    };

    addHashLabel = mkOption {
      description = "Whether every object carries the label `kubenix/hash`, a hash of all objects.";
      type = types.bool;
      default = true;
    };

    enableHashedNames = mkOption {
      description = "Whether the names of ConfigMaps and Secrets end in a hash of their data.";
      type = types.bool;
      default = false;
    };

    resourceOrder = mkOption {
      description = "Kinds that come first, in this order.";
      type = types.listOf types.str;
      default = [ "CustomResourceDefinition" "Namespace" ];
    };

    generated = mkOption {
      description = "The finished objects as a Kubernetes List.";
      type = types.attrs;
    };

    warnings = mkOption {
      description = "What is probably not meant, although it evaluates.";
      internal = true;
      type = types.listOf types.str;
      default = [ ];
    };

    result = mkOption {
      description = "The finished objects as a JSON file.";
      type = types.package;
    };

    resultYAML = mkOption {
      description = "The finished objects as a YAML file.";
      type = types.package;
    };
  };
}
