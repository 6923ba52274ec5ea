# What every class and field needs to know about the release that is rendered.
#
#   values        user values over the library's defaults
#   items         collection → identifier → item, enabled ones only
#   names         collection → identifier → resource name
#   name fullname as in naming.nix
#   common        labels and annotations that all objects carry
#   tpl tplDeep   evaluate template strings: path → text → text, path → value → value
{ lib, collections, metadata, naming, template }:
let
  inherit (lib) mapAttrs recursiveUpdate;
  libraryDefaults = import ./defaults.nix;
in
{ name, namespace, values, chart, capabilities, labelsAs }:
let
  merged = recursiveUpdate libraryDefaults values;

  # app-template names everything after the release unless told otherwise.
  given = merged.global.nameOverride or null;
  named = merged // {
    global = merged.global // { nameOverride = if given == null || given == "" then name else given; };
  };

  ctx = {
    values = named;
    inherit chart labelsAs;
    release = { inherit name namespace; };
    capabilities = { kubeVersion = "1.32"; apiVersions = [ ]; } // capabilities;

    name = naming.name ctx;
    fullname = naming.fullname ctx;
    items = collections.enabled named (id: ctx.names.serviceAccount.${id});
    names = mapAttrs (collection: naming.resources ctx collection) ctx.items;

    common = metadata.common ctx;

    tpl = template.text ctx;
    tplDeep = template.deep ctx;
  };
in
ctx
