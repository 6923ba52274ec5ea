# Kubernetes resources. The definitions stand here and not in the files of their options, because the place
# of a module among the imports decides the order of what it defines: the objects of submodule instances
# come before a module's own, and those before the ones it lists itself.
{ config, lib, pkgs, k8s, ... }:
let
  inherit (builtins) concatMap elem filter intersectAttrs mapAttrs;
  inherit (lib) concatMapStringsSep mkDefault mkIf mkOption optionalAttrs types;

  cfg = config.kubernetes;
  objects = import ../objects.nix { inherit lib; };
  warnings = import ../warnings.nix { inherit lib; };
  exactJSON = import ../../floats/to-json.nix (import ../../floats).json;

  hashed = isHashed: resources:
    if cfg.enableHashedNames && isHashed then k8s.injectHashedNames resources else resources;
  hashedKinds = [ "ConfigMap" "Secret" ];
in
{
  imports = [ ./base.nix ./k8s/options.nix ./k8s/api.nix ./k8s/custom-types.nix ];

  options.kubernetes = {
    resources = mkOption {
      description = "Resources by attribute name (`deployments.nginx`), as modules write them.";
      type = types.attrsOf types.attrs;
      default = { };
      apply = resources: resources // mapAttrs (_: hashed true)
        (intersectAttrs { configMaps = null; secrets = null; } resources);
    };

    objects = mkOption {
      description = "The objects of the module; ones listed here are taken as they are.";
      type = types.listOf types.attrs;
      default = [ ];
      apply = objects.arrange cfg.resourceOrder;
    };
  };

  config = {
    _module.args.k8s = import ../lib/k8s.nix { inherit lib; };
    _m.features = [ "k8s" ];
    _m.propagate = [
      {
        features = [ "k8s" ];
        module = _: {
          kubernetes.version = mkDefault cfg.version;
          kubernetes.namespace = mkDefault cfg.namespace;
        };
      }
      {
        # One of the features is enough, so this reaches submodules without resources too.
        features = [ "k8s" "submodule" ];
        module = { config, options, name, ... }: {
          config = optionalAttrs (options ? kubernetes) {
            kubernetes.api.defaults = filter (default: default.propagate) cfg.api.defaults ++ [{
              default.metadata.labels = {
                "kubenix/module-instance" = name;
                "kubenix/module-name" = config.submodule.name;
                "kubenix/module-version" = config.submodule.version;
              };
            }];
          };
        };
      }
    ];

    kubernetes = {
      api.defaults = [{
        default.metadata = {
          namespace = mkIf (cfg.namespace != null) (mkDefault cfg.namespace);
          annotations = {
            "kubenix/project-name" = config.kubenix.project;
            "kubenix/k8s-version" = cfg.version;
          };
        };
      }];

      objects = concatMap
        ({ type, resources }: objects.ofType type (hashed (elem type.kind hashedKinds) resources))
        cfg.api.evaluated.present;

      generated = objects.list {
        items = cfg.objects;
        addHash = cfg.addHashLabel;
        labels."kubenix/project-name" = config.kubenix.project;
        labels."kubenix/k8s-version" = cfg.version;
      };

      warnings = warnings cfg.api.evaluated;

      importRequests = map (file: { inherit file; metadata = objects.cleaned cfg.api.evaluated.commonMetadata; }) cfg.imports;

      result = pkgs.writeText "${config.kubenix.project}-generated.json" (exactJSON cfg.generated);
      # JSON is YAML. What people read is written by `gantry gmanifests`.
      resultYAML = pkgs.writeText "${config.kubenix.project}-generated.yaml"
        (concatMapStringsSep "---\n" (object: exactJSON object + "\n") cfg.generated.items);
    };
  };
}
