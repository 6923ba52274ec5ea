# Jobs.
toolbox@{ schema, controller, value, ... }:
let
  inherit (schema) bool int record string;
  inherit (value) orElse;
  jobPod = import ../controller/job-pod.nix toolbox;
in
{
  block = record {
    optional = {
      activeDeadlineSeconds = int;
      backoffLimit = int;
      completionMode = string;
      completions = int;
      parallelism = int;
      suspend = bool;
      ttlSecondsAfterFinished = int;
    };
  };

  validate = ctx: id: item: controller.findings ctx id item ++ jobPod.findings id item;

  toObject = ctx: id: item:
    let block = item.job or { }; in
    controller.head ctx id item { apiVersion = "batch/v1"; kind = "Job"; }
    // {
      spec = {
        suspend = orElse false (block.suspend or null);
        backoffLimit = orElse 6 (block.backoffLimit or null);
        template = jobPod.template ctx id item;
      }
      // value.pick [ "activeDeadlineSeconds" "ttlSecondsAfterFinished" "parallelism" "completions" "completionMode" ] block;
    };
}
