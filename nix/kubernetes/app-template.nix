# Releases of the app-template chart: told by the name of the chart, rendered by a function instead of Helm.
{ lib, render }:
let
  inherit (builtins) any filter head isAttrs isList mapAttrs match;
  inherit (lib) filterAttrs optionalAttrs toInt;

  # Major versions of the library: values of earlier ones mean something else, those of later ones may.
  oldest = 3;
  newest = 4;

  isName = source: source != null && match ".*(^|/)app-template(-[0-9][^/]*)?(:[^/]*)?" source != null;

  # No version is the newest; null is one that is no number ("~3", ">=1").
  majorOf = version:
    if version == null then newest
    else
      let parts = match "v?([0-9]+)([.].*)?" version; in
      if parts == null then null else toInt (head parts);

  # A chart that a build has changed is no longer the one of its name.
  isMeant = chart:
    let major = majorOf chart.chart.version; in
    !(chart ? chart.builtBy)
    && any isName [ (chart.chart.chart or null) (chart.chart.chartUrl or null) ]
    && major != null && major >= oldest;

  # Helm's output as kubenix takes it: without nulls, in lists neither.
  withoutNulls = value:
    if isList value then map withoutNulls (filter (item: item != null) value)
    else if isAttrs value then mapAttrs (_: withoutNulls) (filterAttrs (_: member: member != null) value)
    else value;

  isNewer = version: majorOf version > newest;
in
{
  inherit isMeant;

  objects = release: map withoutNulls (render ({
    inherit (release) name values;
    namespace = if release.namespace == null then "default" else release.namespace;
    labelsAs = "Helm";
  } // optionalAttrs (release.chart.version != null) {
    chart = { name = "app-template"; inherit (release.chart) version; };
  }));

  warnings = release:
    if !(isMeant release.chart && isNewer release.chart.version) then [ ]
    else [ "kubernetes.helm.releases.${release.name}: app-template ${release.chart.version} is newer than ${toString newest}.x, as which it is rendered; check the objects." ];
}
