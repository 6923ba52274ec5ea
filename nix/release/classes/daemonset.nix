# DaemonSets.
{ controller, pod, value, ... }:
{
  validate = controller.findings;

  toObject = ctx: id: item:
    controller.head ctx id item { apiVersion = "apps/v1"; kind = "DaemonSet"; }
    // {
      spec = {
        revisionHistoryLimit = value.orElse 3 (item.revisionHistoryLimit or null);
        selector = controller.selector ctx id;
        template = pod.template ctx id item { };
      };
    };
}
