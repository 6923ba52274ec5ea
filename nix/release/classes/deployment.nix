# Deployments.
{ lib, controller, pod, value, ... }:
let
  inherit (lib) elem optional optionalAttrs;
  inherit (value) isEmpty orElse readNumber;

  strategyOf = item: value.firstOf [ (item.strategy or null) "Recreate" ];

  rollingUpdate = given:
    let
      update = builtins.mapAttrs (_name: readNumber) (value.dropEmpty { maxUnavailable = given.unavailable or null; maxSurge = given.surge or null; });
    in
    optionalAttrs (!isEmpty update) { rollingUpdate = update; };
in
{
  validate = ctx: id: item:
    controller.findings ctx id item
    ++ optional (!(elem (strategyOf item) [ "Recreate" "RollingUpdate" ])) {
      path = controller.path id ++ [ "strategy" ];
      message = "must be Recreate or RollingUpdate for a deployment, got ${value.show item.strategy}";
    };

  toObject = ctx: id: item:
    controller.head ctx id item { apiVersion = "apps/v1"; kind = "Deployment"; }
    // {
      spec = {
        revisionHistoryLimit = orElse 3 (item.revisionHistoryLimit or null);
        strategy = { type = strategyOf item; }
          // optionalAttrs (strategyOf item == "RollingUpdate") (rollingUpdate (item.rollingUpdate or { }));
        selector = controller.selector ctx id;
        template = pod.template ctx id item { };
      }
      // optionalAttrs (!(item ? replicas) || item.replicas != null) { replicas = item.replicas or 1; };
    };
}
