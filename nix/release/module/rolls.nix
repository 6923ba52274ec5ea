# Which Secrets the workloads of a release roll on: those that their pods read. Jobs are left out: their pods start
# anew each time, and the template of a Job may not change.
{ lib }:
let
  inherit (lib) catAttrs concatMap elem filter optional unique;

  rolling = [ "DaemonSet" "Deployment" "StatefulSet" ];

  ofContainer = container:
    catAttrs "name" (catAttrs "secretRef" (container.envFrom or [ ]))
    ++ catAttrs "name" (catAttrs "secretKeyRef" (catAttrs "valueFrom" (container.env or [ ])));

  ofVolume = volume:
    optional (volume ? secret.secretName) volume.secret.secretName
    ++ catAttrs "name" (catAttrs "secret" (volume.projected.sources or [ ]));

  secretsOf = pod:
    concatMap ofContainer ((pod.initContainers or [ ]) ++ (pod.containers or [ ]))
    ++ concatMap ofVolume (pod.volumes or [ ]);

  roll = { kind, metadata, spec, ... }: {
    inherit kind;
    inherit (metadata) name;
    namespace = metadata.namespace or null;
    secrets = unique (secretsOf spec.template.spec);
  };
in
objects: filter (found: found.secrets != [ ]) (map roll (filter (object: elem object.kind rolling) objects))
