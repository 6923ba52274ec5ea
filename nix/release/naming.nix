# Names of the chart and of resources.
{ lib, value, collections }:
let
  inherit (lib) hasSuffix mapAttrs removeSuffix toLower;
  inherit (value) firstOf;

  cut = text: removeSuffix "-" (builtins.substring 0 63 text);

  contains = part: text: builtins.replaceStrings [ part ] [ "" ] text != text;
in
rec {
  # What `app.kubernetes.io/name` says.
  name = ctx: cut (firstOf [
    (ctx.values.global.nameOverride or null)
    (ctx.values.nameOverride or null)
    ctx.chart.name
  ]);

  # The stem of resource names. The case stays as it is: `resource` lowers it.
  fullname = ctx:
    let
      override = firstOf [ (ctx.values.global.fullnameOverride or null) (ctx.values.fullnameOverride or null) ];
      release = ctx.release.name;
    in
    cut (if override != null then override
    else if contains ctx.name release then release
    else "${release}-${ctx.name}");

  # Names of all enabled items of one collection: identifier → resource name.
  resources = ctx: collection: items:
    let
      many = builtins.length (builtins.attrNames items) > 1 || ctx.values.global.alwaysAppendIdentifierToResourceName;
    in
    mapAttrs (id: resource ctx { inherit many; path = collections.pathOf collection id; } id) items;

  resource = ctx: { many, path }: id: item:
    let
      text = key: if item ? ${key} && item.${key} != null then ctx.tpl (path ++ [ key ]) item.${key} else "";
      forced = text "forceRename";
      prefix = text "prefix";
      suffix = text "suffix";
      prefixed = if prefix == "" || prefix == ctx.fullname then ctx.fullname else "${prefix}-${ctx.fullname}";
      identified = if many && prefixed != id then append id prefixed else prefixed;
    in
    toLower (if forced != "" then forced else append suffix identified);

  append = part: stem: if part == "" || hasSuffix "-${part}" stem then stem else "${stem}-${part}";
}
