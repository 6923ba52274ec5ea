# StatefulSets.
{ lib, schema, controller, pod, persistence, detect, value, ... }:
let
  inherit (lib) elem optional optionalAttrs optionals;
  inherit (schema) either enum record string;
  inherit (value) isEmpty orElse;

  strategyOf = item: value.firstOf [ (item.strategy or null) "RollingUpdate" ];
  blockOf = item: item.statefulset or { };

  updateStrategy = item:
    let partition = (item.rollingUpdate or { }).partition or null; in
    { type = strategyOf item; }
    // optionalAttrs (strategyOf item == "RollingUpdate" && !isEmpty partition) { rollingUpdate = { inherit partition; }; };

  serviceName = ctx: id: item:
    let given = (blockOf item).serviceName or null; in
    if given == null then ctx.fullname
    else if builtins.isString given then ctx.tpl (controller.path id ++ [ "statefulset" "serviceName" ]) given
    else if given ? identifier then ctx.names.service.${given.identifier}
    else ctx.fullname;
in
{
  block = record {
    optional = {
      podManagementPolicy = string;
      serviceName = either "a string or { identifier }" [ string (record { optional.identifier = string; }) ];
      persistentVolumeClaimRetentionPolicy = record {
        optional = { whenDeleted = enum [ "Retain" "Delete" ]; whenScaled = enum [ "Retain" "Delete" ]; };
      };
      volumeClaimTemplates = persistence.claimTemplates.shape;
    };
  };

  validate = ctx: id: item:
    let serviceName = (blockOf item).serviceName or null; in
    controller.findings ctx id item
    ++ optional (!(elem (strategyOf item) [ "OnDelete" "RollingUpdate" ])) {
      path = controller.path id ++ [ "strategy" ];
      message = "must be OnDelete or RollingUpdate for a statefulset, got ${value.show item.strategy}";
    }
    ++ optionals (serviceName ? identifier) (detect.reference ctx {
      collection = "service";
      noun = "Service";
      path = controller.path id ++ [ "statefulset" "serviceName" "identifier" ];
      id = serviceName.identifier;
    });

  toObject = ctx: id: item:
    let
      block = blockOf item;
      templates = persistence.claimTemplates.objects ctx id item;
    in
    controller.head ctx id item { apiVersion = "apps/v1"; kind = "StatefulSet"; }
    // {
      spec = {
        revisionHistoryLimit = orElse 3 (item.revisionHistoryLimit or null);
        podManagementPolicy = orElse "OrderedReady" (block.podManagementPolicy or null);
        updateStrategy = updateStrategy item;
        serviceName = serviceName ctx id item;
        selector = controller.selector ctx id;
        template = pod.template ctx id item { };
      }
      // value.compact { replicas = item.replicas or null; }
      // value.pick [ "persistentVolumeClaimRetentionPolicy" ] block
      // optionalAttrs (templates != [ ]) { volumeClaimTemplates = templates; };
    };
}
