# The pod template of a controller, and the shape of pod options.
toolbox@{ lib, value, metadata, container, persistence, checksum, ... }:
let
  inherit (lib) optionalAttrs;
  options = import ./options.nix toolbox;
  serviceAccount = import ./service-account.nix toolbox;

  podOf = controller: controller.pod or { };

  labels = ctx: id: controller:
    metadata.controllerLabel id
    // optionalAttrs ctx.values.global.propagateGlobalMetadataToPods (metadata.globals ctx "labels")
    // metadata.selectorLabels ctx
    // value.compact (value.orElse { } (ctx.values.defaultPodOptions.labels or null))
    // value.compact (value.orElse { } ((podOf controller).labels or null));

  annotations = ctx: controller:
    optionalAttrs ctx.values.global.propagateGlobalMetadataToPods (metadata.globals ctx "annotations")
    // value.compact (value.orElse { } (ctx.values.defaultPodOptions.annotations or null))
    // value.compact (value.orElse { } ((podOf controller).annotations or null))
    // checksum.annotations ctx;
in
{
  inherit (options) shape;
  inherit (serviceAccount) findings;

  /* template ctx id controller → { metadata; spec; }
     restartPolicy of jobs is decided by their class: `overrides` is laid over the spec. */
  template = ctx: id: controller: overrides:
    let
      ownAnnotations = annotations ctx controller;
    in
    {
      metadata = { labels = labels ctx id controller; }
        // optionalAttrs (ownAnnotations != { }) { annotations = ownAnnotations; };
      spec = options.spec ctx id controller
        // { serviceAccountName = serviceAccount.name ctx controller; }
        // overrides
        // value.dropEmpty {
        initContainers = container.list ctx id "initContainers";
        containers = container.list ctx id "containers";
        volumes = persistence.volumes ctx id;
      };
    };
}
