# Evaluates the tree of an action against the release: .Release, .Chart, .Values, .Capabilities, .Template.
{ lib }:
let
  inherit (lib) foldl' splitString;
  functions = import ./functions { inherit lib; };

  root = ctx: {
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
    Capabilities.KubeVersion = kubeVersion ctx.capabilities.kubeVersion;
  };

  kubeVersion = version:
    let
      parts = splitString "." version;
      full = if builtins.length parts < 3 then "${version}.0" else version;
    in
    { Version = "v${full}"; GitVersion = "v${full}"; Major = builtins.elemAt parts 0; Minor = builtins.elemAt parts 1; };

  show = names: ".${builtins.concatStringsSep "." names}";
in
{
  inherit (functions) print;

  __functor = _self: { ctx, fail, tpl }:
    let
      # A name that is missing at the end is null; on the way there it is an error, as in Helm.
      lookup = names: from: foldl'
        (set: name:
          if builtins.isAttrs set then set.${name} or null
          else fail "‘${show names}’: there is nothing to look ‘${name}’ up in")
        from
        names;

      table = functions.table { inherit ctx fail tpl; };

      evaluate = tree:
        if tree ? literal then tree.literal
        else if tree ? field then lookup tree.field (root ctx)
        else if tree ? access then lookup tree.access (evaluate tree.of)
        else call tree.call (map evaluate tree.arguments);

      call = name: arguments:
        let
          function = table.${name} or (fail "the template function ‘${name}’ is not known; write it in Nix (known are ${builtins.concatStringsSep ", " (builtins.attrNames table)})");
          given = builtins.length arguments;
        in
        if function ? any then
          (if given < function.any then fail "the template function ‘${name}’ needs at least ${toString function.any} arguments" else function.of arguments)
        else if given != function.arity
        then fail "the template function ‘${name}’ needs ${toString function.arity} arguments, got ${toString given}"
        else foldl' (partial: argument: partial argument) function.of arguments;
    in
    evaluate;
}
