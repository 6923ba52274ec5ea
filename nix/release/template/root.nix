# What template strings look at: .Release, .Chart, .Values, .Capabilities.
{ lib }:
let
  kubeVersion = version:
    let
      parts = lib.splitString "." version;
      full = if builtins.length parts < 3 then "${version}.0" else version;
    in
    { Version = "v${full}"; GitVersion = "v${full}"; Major = builtins.elemAt parts 0; Minor = builtins.elemAt parts 1; };
in
ctx: {
  Release = {
    Name = ctx.release.name;
    Namespace = ctx.release.namespace;
    Service = ctx.labelsAs;
    IsInstall = true;
    IsUpgrade = false;
    Revision = 1;
  };
  Chart = {
    Name = ctx.chart.name;
    Version = ctx.chart.version;
    AppVersion = ctx.chart.appVersion or "";
  };
  Values = ctx.values;
  Capabilities = {
    KubeVersion = kubeVersion ctx.capabilities.kubeVersion;
    APIVersions.Has = version: builtins.elem version ctx.capabilities.apiVersions;
  };
}
