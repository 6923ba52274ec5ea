# `kubernetes.helm.releases`. The app-template chart is rendered here, by a function; releases of any other
# chart become requests that are answered after evaluation.
{ render }:
{ config, lib, helm, ... }:
let
  inherit (builtins) attrValues concatMap filter foldl' isAttrs;
  inherit (lib) mkIf mkMerge mkOption mkOptionType recursiveUpdate types;

  cfg = config.kubernetes;
  groupVersion = import ../group-version.nix;
  appTemplate = import ../app-template.nix { inherit lib render; };
  releases = attrValues cfg.helm.releases;

  # Last definition wins, at every depth; lists and scalars are replaced.
  recursiveAttrs = mkOptionType {
    name = "recursive-attrs";
    description = "attribute set, merged at every depth, the last definition winning";
    check = isAttrs;
    merge = _: foldl' (all: definition: recursiveUpdate all definition.value) { };
    emptyValue.value = { };
  };

  customApiVersions = concatMap
    (type: [ "${type.group}/${type.version}" "${type.group}/${type.version}/${type.kind}" ])
    (attrValues cfg.customTypes);

  definition = release: object:
    let inherit (groupVersion object.apiVersion) group version; in
    { ${group}.${version}.${object.kind}.${object.metadata.name} = mkMerge ([ object ] ++ release.overrides); };

  request = release: {
    inherit (release) name namespace values kubeVersion includeCRDs noHooks apiVersions overrides;
    chart = release.chart.chart or { chart = "${release.chart}"; };
  };

  text = description: default: mkOption { inherit description default; type = types.str; };
  switch = description: default: mkOption { inherit description default; type = types.bool; };

  release = { config, name, ... }: {
    options = {
      name = text "Name of the release." name;
      chart = mkOption {
        description = "The chart: what `kubenix.lib.helm.fetch` gives.";
        type = types.package;
      };
      namespace = mkOption {
        description = "Namespace of the release.";
        type = types.nullOr types.str;
        default = null;
      };
      values = mkOption {
        description = "Values of the chart. Of several definitions the last wins, member by member.";
        type = recursiveAttrs;
        default = { };
      };
      kubeVersion = text "Kubernetes version that the chart is rendered for." cfg.version;
      overrides = mkOption {
        description = "Definitions added to every object of the chart.";
        type = types.listOf types.unspecified;
        default = [ ];
      };
      overrideNamespace = switch "Whether every object gets the namespace of the release." true;
      includeCRDs = switch "Whether the chart's custom resource definitions are part of the result." false;
      noHooks = switch "Whether the chart's hooks are left out." false;
      apiVersions = mkOption {
        description = "API versions that the chart is told to be available; those of `kubernetes.customTypes` unless given.";
        type = types.listOf types.str;
        default = customApiVersions;
      };
      objects = mkOption {
        description = "The objects of the chart; none before a chart that is not rendered here has been.";
        type = types.listOf types.attrs;
        default = [ ];
      };
    };

    config = {
      overrides = mkIf (config.overrideNamespace && config.namespace != null) [
        { metadata.namespace = config.namespace; }
      ];
      objects = mkIf (appTemplate.isMeant config.chart) (appTemplate.objects config);
    };
  };
in
{
  _file = ./helm.nix;
  key = "kubenix.modules.helm";
  imports = [ ./k8s.nix ];

  options.kubernetes.helm = {
    releases = mkOption {
      description = "Releases of Helm charts.";
      type = types.attrsOf (types.submodule release);
      default = { };
    };
    requests = mkOption {
      description = "Releases that have to be rendered after evaluation.";
      internal = true;
      type = types.listOf types.raw;
      default = map request (filter (release: !(appTemplate.isMeant release.chart) && release.objects == [ ]) releases);
    };
  };

  config = {
    _module.args.helm = import ../lib/helm.nix { };
    kubernetes.warnings = concatMap appTemplate.warnings releases;
    kubernetes.api.resources = mkMerge (concatMap (release: map (definition release) release.objects) releases);
  };
}
