# Releases of the app-template chart: told by the name of the chart, rendered by a function instead of Helm.
{ lib, render }:
let
  inherit (builtins) filter head isAttrs isList mapAttrs match;
  inherit (lib) filterAttrs optionalAttrs removePrefix toInt;

  # Major versions of the library: values of earlier ones mean something else, those of later ones may.
  oldest = 3;
  newest = 4;

  isName = source: source != null && match ".*(^|/)app-template(-[0-9][^/]*)?(:[^/]*)?" source != null;

  sources = chart: filter isName [ (chart.chart.chart or null) (chart.chart.chartUrl or null) ];

  # As the request says, or as its address does (`…/app-template-4.4.0.tgz`, `oci://…/app-template:4.4.0`); null
  # where neither does.
  versionOf = chart:
    let
      named = source: match ".*app-template[-:]v?([0-9]+([.][0-9]+)*).*" source;
      found = filter (parts: parts != null) (map named (sources chart));
    in
    if chart.chart.version != null then removePrefix "v" chart.chart.version
    else if found == [ ] then null
    else head (head found);

  # No version is the newest; null is one that is no number ("~3", ">=1").
  majorOf = version:
    if version == null then newest
    else
      let parts = match "([0-9]+)([.].*)?" version; in
      if parts == null then null else toInt (head parts);

  # A chart that a build has changed is no longer the one of its name.
  isMeant = chart:
    let major = majorOf (versionOf chart); in
    !(chart ? chart.builtBy) && sources chart != [ ] && major != null && major >= oldest;

  # Helm's output as kubenix takes it: without nulls, in lists neither.
  withoutNulls = value:
    if isList value then map withoutNulls (filter (item: item != null) value)
    else if isAttrs value then mapAttrs (_: withoutNulls) (filterAttrs (_: member: member != null) value)
    else value;

in
{
  inherit isMeant;

  objects = release: let version = versionOf release.chart; in map withoutNulls (render ({
    inherit (release) name values;
    namespace = if release.namespace == null then "default" else release.namespace;
    labelsAs = "Helm";
  } // optionalAttrs (version != null) {
    chart = { name = "app-template"; inherit version; };
  }));

  warnings = release:
    let version = versionOf release.chart; in
    if !(isMeant release.chart && majorOf version > newest) then [ ]
    else [ "kubernetes.helm.releases.${release.name}: app-template ${version} is newer than ${toString newest}.x, as which it is rendered; check the objects." ];
}
