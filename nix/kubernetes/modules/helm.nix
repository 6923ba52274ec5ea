# `kubernetes.helm.releases`. The app-template chart is rendered here, by a function; releases of any other
# chart become requests that are answered after evaluation.
{ render }:
{ config, lib, helm, ... }:
let
  inherit (lib) concatMap filter foldl' last mapAttrsToList mkIf mkMerge mkOption mkOptionType recursiveUpdate splitString types;
  inherit (builtins) attrValues elemAt head isAttrs isList length mapAttrs match;

  cfg = config.kubernetes;
  releases = attrValues cfg.helm.releases;
  isRendered = release: isAppTemplate (release.chart.chart or { });

  isAppTemplate = chart: builtins.any
    (source: source != null && match ".*(^|/)app-template(-[0-9][^/]*)?(:[^/]*)?" source != null)
    [ (chart.chart or null) (chart.chartUrl or null) ];

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

  # Helm's output as kubenix takes it: without nulls, in lists neither.
  withoutNulls = value:
    if isList value then map withoutNulls (filter (item: item != null) value)
    else if isAttrs value then mapAttrs (_: withoutNulls) (lib.filterAttrs (_: member: member != null) value)
    else value;

  rendered = release: map withoutNulls (render {
    inherit (release) name values;
    namespace = if release.namespace == null then "default" else release.namespace;
    chart = { name = "app-template"; version = release.chart.version; };
    labelsAs = "Helm";
  });

  definition = release: object:
    let
      parts = splitString "/" object.apiVersion;
      group = if length parts == 1 then "core" else head parts;
    in
    { ${group}.${last parts}.${object.kind}.${object.metadata.name} = mkMerge ([ object ] ++ release.overrides); };

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
      objects = mkIf (isRendered config) (rendered config);
    };
  };
in
{
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
      default = map request (filter (release: !(isRendered release) && release.objects == [ ]) releases);
    };
  };

  config = {
    _module.args.helm = import ../lib/helm.nix { };
    kubernetes.api.resources = mkMerge (concatMap (release: map (definition release) release.objects) releases);
  };
}
