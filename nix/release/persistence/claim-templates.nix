# `statefulset.volumeClaimTemplates`: one claim for each pod of a StatefulSet.
toolbox@{ lib, schema, kubernetes, fields, value, ... }:
let
  inherit (lib) imap0 optionalAttrs;
  inherit (schema) bool filled listOf mapOf record string;
  inherit (value) compact isEmpty orElse;
  claim = import ./claim.nix toolbox;
  own = import ./fields.nix toolbox;

  of = controller:
    if (controller.type or "deployment") == "statefulset" then controller.statefulset.volumeClaimTemplates or [ ] else [ ];

  texts = name: template:
    let given = compact (orElse { } (template.${name} or null)); in
    optionalAttrs (!isEmpty given) { ${name} = given; };
in
{
  inherit of;

  shape = listOf (record {
    required = { name = string; size = filled; accessMode = filled; };
    optional = {
      enabled = bool;
      storageClass = string;
      labels = fields.texts;
      annotations = fields.texts;
      dataSource = kubernetes.dataSource;
      dataSourceRef = kubernetes.dataSource;
      globalMounts = own.mounts;
      advancedMounts = mapOf own.mounts;
    };
  });

  objects = ctx: id: controller: imap0
    (index: template: {
      metadata = { inherit (template) name; } // texts "labels" template // texts "annotations" template;
      spec = claim.spec ctx [ "controllers" id "statefulset" "volumeClaimTemplates" index ] template;
    })
    (of controller);
}
