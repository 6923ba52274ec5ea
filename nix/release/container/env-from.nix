# `envFrom`: whole ConfigMaps and Secrets as environment.
{ lib, detect, ... }:
let
  inherit (lib) concatLists imap0 optionalAttrs optionals;

  kinds = {
    configMap = { collection = "configMaps"; noun = "ConfigMap"; field = "configMapRef"; };
    secret = { collection = "secrets"; noun = "Secret"; field = "secretRef"; };
  };

  # Which of the two an item names, and how.
  read = item:
    if item ? configMap then { kind = kinds.configMap; short = item.configMap; key = "configMap"; }
    else if item ? secret then { kind = kinds.secret; short = item.secret; key = "secret"; }
    else if item ? configMapRef then { kind = kinds.configMap; ref = item.configMapRef; key = "configMapRef"; }
    else { kind = kinds.secret; ref = item.secretRef; key = "secretRef"; };

  nameOf = ctx: path: entry:
    let names = ctx.names.${entry.kind.collection}; in
    if entry ? short then names.${entry.short} or (ctx.tpl (path ++ [ entry.key ]) entry.short)
    else if entry.ref ? identifier then names.${entry.ref.identifier}
    else ctx.tpl (path ++ [ entry.key "name" ]) entry.ref.name;
in
{
  list = ctx: at: container: imap0
    (index: item:
      let entry = read item; in
      { ${entry.kind.field}.name = nameOf ctx (at.path ++ [ "envFrom" index ]) entry; }
      // optionalAttrs ((item.prefix or null) != null) { inherit (item) prefix; })
    (container.envFrom or [ ]);

  findings = ctx: at: container: concatLists (imap0
    (index: item:
      let entry = read item; in
      optionals (entry ? ref && entry.ref ? identifier) (detect.reference ctx {
        inherit (entry.kind) collection noun;
        path = at.path ++ [ "envFrom" index entry.key "identifier" ];
        id = entry.ref.identifier;
      }))
    (container.envFrom or [ ]));
}
