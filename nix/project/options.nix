# The arguments of mkProject, as options: types, descriptions, and a near miss for a name that is not there.
{ lib, ... }:
let
  inherit (lib) last mkOption types;
  inherit (import ../kubernetes/tables.nix) versions;
in
{
  imports = [ ./settings.nix ];

  options = {
    root = mkOption {
      description = "Folder of the modules. Every *.nix below it becomes one manifest file of the same relative path; `default.nix` and names that start with `_` are skipped. A project without one has no manifests.";
      type = types.nullOr types.path;
      default = null;
      example = "./modules/kubenix";
    };

    baseModules = mkOption {
      description = "Modules that every module of the project is evaluated with, in place of kubenix's k8s, helm and submodules and the `release` submodule.";
      type = types.nullOr (types.listOf types.raw);
      default = null;
    };

    specialArgs = mkOption {
      description = "Further arguments of every module, for `imports` too. They win over the built-in ones.";
      type = types.lazyAttrsOf types.raw;
      default = { };
      example = { homelab = "import ./config"; };
    };

    project = mkOption {
      description = "Name of the project, in the annotation `kubenix/project-name` of every resource.";
      type = types.str;
      default = "kubenix";
      example = "homelab";
    };

    kubernetesVersion = mkOption {
      description = "Kubernetes version of the cluster; a module may name another in `kubernetes.version`.";
      type = types.enum versions;
      default = last versions;
    };

    codegen = mkOption {
      description = "Option trees for which `gantry codegen` writes TypeScript types and schemas.";
      default = { };
      type = types.attrsOf (types.submodule {
        options = {
          options = mkOption {
            description = "The options: an option tree, a module or a list of them, an evaluated configuration, or the path of a file that holds one of these.";
            type = types.raw;
            example = "./config/options.nix";
          };
          out = mkOption {
            description = "The file to write, relative to the project's root.";
            type = types.str;
            example = "generated/homelab.ts";
          };
          format = mkOption {
            description = "What is written: a TypeScript module, or JSON Schemas (the one of what people write in a second file, `-input` before the ending).";
            type = types.enum [ "typescript" "json-schema" ];
            default = "typescript";
          };
        };
      });
    };
  };
}
