# The definitions of `kubernetes.api.resources` → resources and objects. A resource is written under its
# attribute name (`deployments`) or under group, version and kind (`apps.v1.Deployment`); both name the same
# object.
{ lib, version, customTypes, moduleDefinesSpec, defaults, definitions }:
let
  inherit (builtins)
    attrNames attrValues concatLists concatMap concatStringsSep filter listToAttrs mapAttrs removeAttrs;
  inherit (lib) last mapAttrsToList recursiveUpdate showOption unique;

  tables = import ./tables.nix;
  builtIn = tables.attributes.${version};
  custom = import ./custom-types.nix { inherit lib customTypes; };
  schema = tables.schemas.${version};
  merge = import ./merge { inherit lib schema; };
  object = import ./object.nix { inherit lib merge defaults moduleDefinesSpec; inherit (schema) kinds; };
  nearMiss = import ./near-miss.nix { inherit lib; };

  latest = builtIn.latest // custom.latest;
  tree = if customTypes == { } then builtIn.tree else recursiveUpdate builtIn.tree custom.tree;

  # One level of names: definitions of a set of things → thing → its definitions.
  level = loc: found: merge.defined (name: defs: defs) loc (merge.members found);

  short = [ "kubernetes" "resources" ];
  long = [ "kubernetes" "api" "resources" ];

  top = level short definitions;
  shortDefinitions = builtins.intersectAttrs latest top;
  longDefinitions = mapAttrs
    (group: found: mapAttrs (version': level (long ++ [ group version' ])) (level (long ++ [ group ]) found))
    (builtins.intersectAttrs tree (removeAttrs top (attrNames latest)));

  problems =
    let
      named = loc: name: defs: candidates:
        "${showOption (loc ++ [ name ])} (in ${concatStringsSep ", " (unique (map (def: def.file) defs))}): Kubernetes ${version} and `kubernetes.customTypes` have no such resource${nearMiss name candidates}";
      tops = removeAttrs top (attrNames latest);
      versions = group: level (long ++ [ group ]) tops.${group};
    in
    concatLists (mapAttrsToList
      (group: defs:
        if !(tree ? ${group}) then [ (named short group defs (attrNames latest)) ]
        else concatLists (mapAttrsToList
          (version': defs':
            if !(tree.${group} ? ${version'}) then [ (named (long ++ [ group ]) version' defs' (attrNames tree.${group})) ]
            else concatLists (mapAttrsToList
              (kind: defs'':
                if tree.${group}.${version'} ? ${kind} then [ ]
                else [ (named (long ++ [ group version' ]) kind defs'' (attrNames tree.${group}.${version'})) ])
              longDefinitions.${group}.${version'}))
          (versions group)))
      tops);

  checked = value: if problems == [ ] then value else throw (concatStringsSep "\n" problems);

  objectsOf = loc: type: defs:
    let make = object type; in
    merge.defined (name: make (loc ++ [ name ]) name) loc (merge.members defs);

  longOf = type: longDefinitions.${type.group}.${type.version}.${type.kind} or [ ];
  shortOf = type:
    if latest.${type.attrName}.gvk or null == type.gvk then shortDefinitions.${type.attrName} or [ ] else [ ];

  byGvk = mapAttrs
    (_: type:
      let defs = shortOf type ++ longOf type; in
      if defs == [ ] then { } else objectsOf (short ++ [ type.attrName ]) type defs)
    (builtIn.byGvk // custom.byGvk);

  byAttr = mapAttrs
    (attr: type:
      if longOf type == [ ] then byGvk.${type.gvk} else objectsOf (short ++ [ attr ]) type (shortDefinitions.${attr} or [ ]))
    latest;

  present = listToAttrs (concatMap
    (type: if shortOf type ++ longOf type == [ ] then [ ] else [{ name = type.gvk; value = type; }])
    (attrValues (builtIn.byGvk // custom.byGvk)));
in
{
  inherit schema;
  types = builtIn.byGvk // custom.byGvk;
  resources = checked (
    mapAttrs (_: mapAttrs (_: mapAttrs (_: type: byGvk.${type.gvk}))) tree // byAttr
  );

  # The definitions of the resources of one type, by attribute name.
  customDefinitions = type: level (short ++ [ type.attrName ]) (shortOf type ++ longOf type);

  # Types with definitions, and their resources, in the order of their objects.
  present = checked (map (gvk: { type = present.${gvk}; resources = byGvk.${gvk}; }) (attrNames present));
}
