# The envelope of the bundle, contract `gantry/v1`: the document that crosses from Nix to
# TypeScript. These options are its one definition; generated/bundle.ts is made from them.
{ lib }:
let
  inherit (lib) mkOption types;

  module.options = {
    output = mkOption {
      type = types.nonEmptyStr;
      example = "apps/openclaw.enc.yaml";
      description = "Manifest file of the module, relative to the manifests folder.";
    };
    encrypt = mkOption {
      type = types.bool;
      description = "Whether the manifest file is encrypted with SOPS.";
    };
    placeholders = mkOption {
      type = types.bool;
      description = "Whether `ref+…` texts in the objects are placeholders (option `manifest.placeholders`).";
    };
    objects = mkOption {
      type = types.listOf types.raw;
      description = "The objects, final and in the order of the file; of a module with `imports` still without the label `kubenix/hash`. Opaque to this contract.";
    };
    releases = mkOption {
      type = types.attrsOf (types.submodule release);
      description = "Submodule instances of the module, by instance name.";
    };
    rolls = mkOption {
      type = types.listOf (types.submodule roll);
      description = "Workloads that get a checksum of Secrets once those are sealed (option `manifest.rolls`).";
    };
    helm = mkOption {
      type = types.listOf types.raw;
      description = "Charts that must be rendered before the objects are complete.";
    };
    imports = mkOption {
      type = types.listOf (types.submodule imported);
      description = "Files that `kubernetes.imports` names; their objects join those of the module.";
    };
    warnings = mkOption {
      type = types.listOf types.str;
      description = "Warnings of the evaluation.";
    };
  };

  imported.options = {
    file = mkOption {
      type = types.str;
      description = "Path of the file: absolute, in the project or in the Nix store.";
    };
    metadata = mkOption {
      type = types.raw;
      description = "Metadata that every object of the file gets, unless it has its own.";
    };
    first = mkOption {
      type = types.listOf types.str;
      description = "Kinds that stand first in the manifest file, in this order.";
    };
    hash = mkOption {
      type = types.bool;
      description = "Whether every object of the manifest file gets the label `kubenix/hash`.";
    };
  };

  roll.options = {
    kind = mkOption {
      type = types.str;
      example = "Deployment";
      description = "Kind of the workload.";
    };
    namespace = mkOption {
      type = types.nullOr types.str;
      description = "Namespace of the workload and of the Secrets.";
    };
    name = mkOption {
      type = types.str;
      description = "Name of the workload.";
    };
    secrets = mkOption {
      type = types.listOf types.str;
      description = "Names of the Secrets.";
    };
  };

  release.options = {
    submodule = mkOption {
      type = types.str;
      example = "release";
      description = "Name of the submodule that was instantiated.";
    };
    args = mkOption {
      type = types.raw;
      default = null;
      description = "The arguments of the instance, or null where they do not cross as JSON.";
    };
  };
in
{
  contract = mkOption {
    type = types.enum [ "gantry/v1" ];
    description = "Version of this contract.";
  };
  project = mkOption {
    type = types.nullOr types.str;
    description = "Name of the project (`kubenix.project`).";
  };
  kubernetesVersion = mkOption {
    type = types.strMatching "[0-9]+[.][0-9]+([.][0-9]+)?";
    example = "1.33";
    description = "Kubernetes version that the objects are written for.";
  };
  modules = mkOption {
    type = types.attrsOf (types.submodule module);
    description = "The evaluated modules, by path of their file relative to the root of the modules.";
  };
}
