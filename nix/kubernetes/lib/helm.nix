# `kubenix.lib.helm`: charts as requests. Nothing is fetched or built during evaluation; a chart can be named,
# interpolated and handed to `kubernetes.helm.releases`, and throws only when something needs its files.
_:
let
  inherit (builtins) hashString substring;

  noHash = name: throw ''
    kubenix.lib.helm.fetch: the chart "${name}" has no `sha256`.
    Write the hash of the chart, as kubenix' `fetch` tells it, or `sha256 = "";` as long as it is not known.'';

  request = { chart, chartUrl ? null, version ? null, sha256 ? noHash chart, untar ? true, repo ? null, verify ? false, devel ? false }:
    { inherit chart chartUrl version sha256 repo verify devel; };

  needsFiles = name: throw ''
    The files of the chart "${name}" are needed during evaluation, and Gantry's kubenix layer fetches nothing.
    Hand the result of `kubenix.lib.helm.fetch` to `kubernetes.helm.releases.<name>.chart` as it is, or use
    `gantry.override { kubenix = …; pkgs = …; lib = …; }` with the real ones.'';
in
{
  fetch = arguments:
    let
      chart = request arguments;
      name = "${baseNameOf chart.chart}-${if chart.version == null then "dev" else chart.version}";
    in
    {
      type = "derivation";
      inherit name chart;
      inherit (chart) version;
      outPath = "/gantry-chart/${substring 0 32 (hashString "sha256" (builtins.toJSON chart))}-${name}";
      drvPath = needsFiles name;
      drvAttrs = needsFiles name;
      all = needsFiles name;
    };

  chart2json = { name, ... }: needsFiles name;
}
