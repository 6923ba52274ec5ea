# `kubernetes.customTypes`: kinds that custom resource definitions bring, as list or as attribute set.
{ lib, ... }:
let
  inherit (lib) mkOption types;

  customType = types.submodule {
    options = {
      group = mkOption {
        description = "API group of the kind.";
        type = types.str;
        example = "helm.cattle.io";
      };
      version = mkOption {
        description = "API version of the kind.";
        type = types.str;
        example = "v1";
      };
      kind = mkOption {
        description = "The kind.";
        type = types.str;
        example = "HelmChartConfig";
      };
      name = mkOption {
        description = "Resource name of the kind, in the plural.";
        type = types.nullOr types.str;
        default = null;
      };
      attrName = mkOption {
        description = "Attribute of `kubernetes.resources` for this kind. Versions may share one; it stands for the newest.";
        type = types.str;
      };
      description = mkOption {
        description = "What the kind is for.";
        type = types.str;
        default = "";
      };
      module = mkOption {
        description = "Module that types the kind's spec (or, without `customTypesModuleDefinesCRDSpec`, the whole kind); null takes anything.";
        type = types.nullOr types.deferredModule;
        default = null;
      };
    };
  };

  byGvk = list: builtins.listToAttrs (map
    (type: { name = "${type.group}/${type.version}/${type.kind}"; value = type; })
    list);
in
{
  options.kubernetes = {
    customTypes = mkOption {
      description = "Kinds of custom resources.";
      type = types.coercedTo (types.listOf types.raw) byGvk (types.attrsOf customType);
      default = { };
      example = {
        helmchartconfig = {
          attrName = "helmchartconfig";
          kind = "HelmChartConfig";
          version = "v1";
          group = "helm.cattle.io";
        };
      };
    };

    customTypesModuleDefinesCRDSpec = mkOption {
      description = "Whether the `module` of a custom type describes its spec; otherwise the whole object.";
      type = types.bool;
      default = true;
    };
  };
}
