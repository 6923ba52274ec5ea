# What evaluates, but loses something that its author wrote: told, because kubenix is silent about it.
{ lib }:
let
  inherit (builtins) any attrNames attrValues catAttrs concatLists concatMap filter head intersectAttrs isAttrs isList mapAttrs tail;
  inherit (lib) mapAttrsToList optional showOption;

  # Items that a keyed list dropped, wherever the schema has such lists.
  dropped = fields: ref: loc: value:
    concatLists (attrValues (mapAttrs
      (name: field:
        let
          at = loc ++ [ name ];
          here = value.${name};
          items = if isList here then filter isAttrs here else optional (isAttrs here) here;
          below = item: concatMap (message at field item) (item._dropped or [ ]) ++ dropped fields (head field) at item;
        in
        concatMap below items)
      (intersectAttrs value (fields.${ref} or { }))));

  message = loc: field: item: file:
    let key = builtins.elemAt field 1; in
    [ "${showOption loc} (in ${file}): more than one item with ${key} ${builtins.toJSON (item.${key} or null)}; only the first is kept." ];

  isProperty = value: value ? _type && builtins.elem value._type [ "if" "merge" "override" "order" ];

  hasProperty = value:
    if isList value then any hasProperty value
    else isAttrs value && (isProperty value || any hasProperty (attrValues value));

  # A custom resource without a type of its own: kubenix takes each member of spec from one definition.
  custom = loc: definitions:
    let
      specs = filter (spec: isAttrs spec && !(isProperty spec)) (catAttrs "spec" (catAttrs "value" definitions));
      members = lib.zipAttrs specs;
      replaced = filter (name: any (value: value != head members.${name}) (tail members.${name})) (attrNames members);
      leaking = filter (name: any hasProperty members.${name}) (attrNames members);
    in
    map (name: "${showOption (loc ++ [ "spec" name ])} has several definitions; a custom resource without `module` takes it whole from one of them.") replaced
    ++ map (name: "${showOption (loc ++ [ "spec" name ])} holds mkIf, mkForce or the like; resolved here, but kubenix writes their internals into the manifest.") leaking;
in
{ present, schema, customDefinitions, ... }:
concatMap
  ({ type, resources }:
    let loc = name: [ "kubernetes" "resources" type.attrName name ]; in
    concatLists (mapAttrsToList
      (name: resource:
        if type ? isCustom
        then if type.module or null == null then custom (loc name) (customDefinitions type).${name} else [ ]
        else dropped schema.fields schema.kinds.${type.gvk} (loc name) resource)
      resources))
  present
