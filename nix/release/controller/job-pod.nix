# The pod of jobs and cron jobs: it ends, so it restarts never or on failure only.
{ lib, pod, value, ... }:
let
  restartPolicy = controller: value.firstOf [ ((controller.pod or { }).restartPolicy or null) "Never" ];
in
{
  template = ctx: id: controller: pod.template ctx id controller { restartPolicy = restartPolicy controller; };

  findings = id: controller:
    lib.optional (!(lib.elem (restartPolicy controller) [ "Never" "OnFailure" ])) {
      path = [ "controllers" id "pod" "restartPolicy" ];
      message = "must be Never or OnFailure for a ${controller.type}, got ${value.show (restartPolicy controller)}";
    };
}
