# Releases of the app-template chart: told by the name of the chart, rendered by a function instead of Helm.
{ lib, render }:
let
  inherit (builtins) any filter head isAttrs isList mapAttrs match splitVersion;
  inherit (lib) filterAttrs optionalAttrs toInt;

  # The major version of the library that `render` implements.
  implemented = 4;

  isName = source: source != null && match ".*(^|/)app-template(-[0-9][^/]*)?(:[^/]*)?" source != null;

  # A chart that a build has changed is no longer the one of its name.
  isMeant = chart: !(chart ? chart.builtBy) && any isName [ (chart.chart.chart or null) (chart.chart.chartUrl or null) ];

  # Helm's output as kubenix takes it: without nulls, in lists neither.
  withoutNulls = value:
    if isList value then map withoutNulls (filter (item: item != null) value)
    else if isAttrs value then mapAttrs (_: withoutNulls) (filterAttrs (_: member: member != null) value)
    else value;

  isNewer = version: version != null && toInt (head (splitVersion version)) > implemented;
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
    else [ "kubernetes.helm.releases.${release.name}: app-template ${release.chart.version} is newer than ${toString implemented}.x, as which it is rendered; check the objects." ];
}
