# CronJobs.
toolbox@{ schema, controller, value, ... }:
let
  inherit (schema) bool int record string;
  inherit (value) orElse;
  jobPod = import ../controller/job-pod.nix toolbox;
in
{
  block = record {
    required.schedule = string;
    optional = {
      activeDeadlineSeconds = int;
      backoffLimit = int;
      concurrencyPolicy = string;
      failedJobsHistory = int;
      parallelism = int;
      startingDeadlineSeconds = int;
      successfulJobsHistory = int;
      suspend = bool;
      timeZone = string;
      ttlSecondsAfterFinished = int;
    };
  };

  validate = ctx: id: item:
    controller.findings ctx id item
    ++ jobPod.findings id item
    ++ (if item.cronjob.schedule == "" then schema.fail (controller.path id ++ [ "cronjob" "schedule" ]) "must not be empty" else [ ]);

  toObject = ctx: id: item:
    let
      block = item.cronjob;
      given = name: default: orElse default (block.${name} or null);
    in
    controller.head ctx id item { apiVersion = "batch/v1"; kind = "CronJob"; }
    // {
      spec = {
        inherit (block) schedule;
        suspend = given "suspend" false;
        concurrencyPolicy = given "concurrencyPolicy" "Forbid";
        startingDeadlineSeconds = given "startingDeadlineSeconds" 30;
        successfulJobsHistoryLimit = given "successfulJobsHistory" 1;
        failedJobsHistoryLimit = given "failedJobsHistory" 1;
        jobTemplate.spec = {
          backoffLimit = given "backoffLimit" 6;
          template = jobPod.template ctx id item;
        } // value.pick [ "activeDeadlineSeconds" "ttlSecondsAfterFinished" "parallelism" ] block;
      } // value.pick [ "timeZone" ] block;
    };
}
