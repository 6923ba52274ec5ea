# Labels, annotations and the head of every object.
{ lib, value, collections }:
let
  inherit (lib) mapAttrs optionalAttrs;
  inherit (value) compact;

  chartLabel = chart: lib.removeSuffix "-"
    (builtins.substring 0 63 (builtins.replaceStrings [ "+" ] [ "_" ] "${chart.name}-${chart.version}"));
in
rec {
  # Text maps of labels or annotations: null means "none", values may be templates.
  evaluate = ctx: path: set: mapAttrs (name: ctx.tpl (path ++ [ name ])) (compact (if set == null then { } else set));

  globals = ctx: key: evaluate ctx [ "global" key ] (ctx.values.global.${key} or { });

  # What Services and workloads select by.
  selectorLabels = ctx: {
    "app.kubernetes.io/name" = ctx.name;
    "app.kubernetes.io/instance" = ctx.release.name;
  };

  controllerLabel = id: { "app.kubernetes.io/controller" = id; };

  # What all objects of the release carry (`ctx.common`).
  common = ctx: {
    annotations = globals ctx "annotations";
    labels = {
      "helm.sh/chart" = chartLabel ctx.chart;
      "app.kubernetes.io/managed-by" = ctx.labelsAs;
    }
    // optionalAttrs ((ctx.chart.appVersion or null) != null) { "app.kubernetes.io/version" = ctx.chart.appVersion; }
    // selectorLabels ctx
    // globals ctx "labels";
  };

  /* apiVersion, kind and metadata of the object of an item.
     labels, annotations: set on top of what the item says; namespaced: false for cluster-scoped kinds. */
  head = ctx: { apiVersion, kind, collection, id, item, labels ? { }, annotations ? { }, namespaced ? true }:
    let
      path = collections.pathOf collection id;
      ownAnnotations = ctx.common.annotations // evaluate ctx (path ++ [ "annotations" ]) (item.annotations or { }) // annotations;
    in
    {
      inherit apiVersion kind;
      metadata = {
        name = ctx.names.${collection}.${id};
        labels = ctx.common.labels // evaluate ctx (path ++ [ "labels" ]) (item.labels or { }) // labels;
      }
      // optionalAttrs (ownAnnotations != { }) { annotations = ownAnnotations; }
      // optionalAttrs (namespaced && ctx.release.namespace != null) { inherit (ctx.release) namespace; };
    };
}
