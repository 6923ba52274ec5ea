# What the five kinds of controllers have in common. A kind is a file of classes/.
toolbox@{ lib, schema, fields, pod, container, metadata, collections, ... }:
let
  inherit (lib) concatLists elem mapAttrsToList optionals;
  inherit (schema) any bool both enum fail int map mapOf nullOr record string;

  types = [ "cronjob" "daemonset" "deployment" "job" "statefulset" ];
  typeOf = controller: controller.type or "deployment";
  blocks = [ "cronjob" "job" "statefulset" ];

  # Containers that are switched off are not looked at.
  containers = mapOf (path: given:
    if builtins.isAttrs given && given ? enabled && given.enabled == false then [ ] else container.container path given);

  account = record { open = true; optional = { identifier = string; name = string; }; };

  controller = fields.item {
    optional = {
      type = enum types;
      pod = pod.shape;
      inherit containers;
      initContainers = containers;
      replicas = nullOr int;
      strategy = string;
      rollingUpdate = map;
      revisionHistoryLimit = int;
      serviceAccount = account;
      defaultContainerOptions = container.defaultOptions;
      defaultContainerOptionsStrategy = enum [ "overwrite" "merge" ];
      applyDefaultContainerOptionsToInitContainers = bool;
      cronjob = any;
      job = any;
      statefulset = any;
    };
  };

  # The block of the type has a shape of its own; a block of another type is a mistake (a DaemonSet ignores it).
  blockFindings = path: given:
    let type = typeOf given; in
    optionals (builtins.isAttrs given && elem type types) (
      optionals (elem type blocks)
        (toolbox.classes.${type}.block (path ++ [ type ]) (given.${type} or { }))
      ++ optionals (type != "daemonset") (concatLists (mapAttrsToList
        (name: _block: optionals (elem name blocks && name != type)
          (fail (path ++ [ name ]) "belongs to controllers of type ${name}, this one is a ${type}"))
        given))
    );
in
{
  shape = both [ controller blockFindings ];

  # Findings that every kind has: containers, references, the pod's service account.
  findings = ctx: id: given: container.findings ctx id ++ pod.findings ctx id given;

  head = ctx: id: controller: { apiVersion, kind }: metadata.head ctx {
    inherit apiVersion kind id;
    collection = "controllers";
    item = controller;
    labels = metadata.controllerLabel id;
  };

  selector = ctx: id: { matchLabels = metadata.controllerLabel id // metadata.selectorLabels ctx; };

  path = id: collections.pathOf "controllers" id;
}
