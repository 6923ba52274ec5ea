# The definitions of `kubernetes.api.resources` → resources and objects. A resource is written under its
# attribute name (`deployments`) or under group, version and kind (`apps.v1.Deployment`); both name the same
# object.
{ lib, version, customTypes, moduleDefinesSpec, defaults, definitions }:
let
  inherit (builtins)
    attrNames attrValues concatLists concatMap concatStringsSep filter head intersectAttrs isAttrs listToAttrs mapAttrs
    removeAttrs;
  inherit (lib) mapAttrsToList recursiveUpdate showOption unique;

  tables = import ./tables.nix;
  builtIn = tables.attributes.${version};
  custom = import ./custom-types.nix { inherit lib customTypes; };
  schema = tables.schemas.${version};
  merge = import ./merge { inherit lib schema; };
  complete = import ./merge { inherit lib schema; absent = tables.absent.${version}; };
  objectWith = merge': import ./object.nix {
    inherit lib complete defaults moduleDefinesSpec;
    inherit (schema) kinds;
    merge = merge';
  };
  nearMiss = import ./near-miss.nix { inherit lib; };

  # Most modules have no types of their own and share the tables as they are.
  extended = own: more: if customTypes == { } then own else own // more;
  latest = extended builtIn.latest custom.latest;
  latestNames = if customTypes == { } then builtIn.latestNames else attrNames latest;
  tree = if customTypes == { } then builtIn.tree else recursiveUpdate builtIn.tree custom.tree;

  # One level of names: definitions of a set of things → thing → its definitions.
  level = loc: found:
    merge.defined (_: definitions': definitions') loc
      (merge.members (checkedSets "an attribute set of resources" loc found));

  short = [ "kubernetes" "resources" ];
  long = [ "kubernetes" "api" "resources" ];

  top = level short definitions;
  shortDefinitions = intersectAttrs latest top;
  others = removeAttrs top latestNames;
  longDefinitions = mapAttrs
    (group: found: mapAttrs (version': level (long ++ [ group version' ])) (level (long ++ [ group ]) found))
    (intersectAttrs tree others);

  # Names that no kind has, at each of the three levels.
  problems =
    let
      named = loc: known: name: defs:
        "${showOption (loc ++ [ name ])} (in ${concatStringsSep ", " (unique (map (def: def.file) defs))}): Kubernetes ${version} and `kubernetes.customTypes` have no such resource${nearMiss name (attrNames known)}";
      walk = loc: shown: known: found: below: concatLists (mapAttrsToList
        (name: defs: if known ? ${name} then below name defs else [ (named loc shown name defs) ])
        found);
    in
    walk short latest tree others (group: ofGroup:
      walk (long ++ [ group ]) tree.${group} tree.${group} (level (long ++ [ group ]) ofGroup) (version': _:
        let kinds = tree.${group}.${version'}; in
        walk (long ++ [ group version' ]) kinds kinds longDefinitions.${group}.${version'} (_: _: [ ])));

  checked = value: if problems == [ ] then value else throw (concatStringsSep "\n" problems);

  checkedSets = what: loc: found:
    let wrong = filter (def: !(merge.isOpen def.value)) found; in
    if wrong == [ ] then found
    else throw "${showOption loc} (in ${(head wrong).file}) is a ${builtins.typeOf (head wrong).value}, but it must be ${what}.";

  # A function is a resource that looks at itself.
  checkedResource = type: loc: found:
    let wrong = filter (def: !(isAttrs def.value || lib.isFunction def.value)) found; in
    if wrong == [ ] then found
    else checkedSets "the ${type.kind} as an attribute set" loc wrong;

  objectsOf = object: loc: type: defs:
    let
      make = object type;
      one = name: found:
        let at = loc ++ [ name ]; in
        make at name (checkedResource type at found);
    in
    merge.defined one loc (merge.members (checkedSets "an attribute set of resources by name" loc defs));

  longOf = type: longDefinitions.${type.group}.${type.version}.${type.kind} or [ ];
  shortOf = type:
    if latest.${type.attrName}.gvk or null == type.gvk then shortDefinitions.${type.attrName} or [ ] else [ ];

  # What manifests hold is made without the fields that nobody defines; who reads `config` sees them too.
  resourcesOf = object: type:
    let defs = shortOf type ++ longOf type; in
    if defs == [ ] then { } else objectsOf object (short ++ [ type.attrName ]) type defs;
  full = mapAttrs (_: resourcesOf (objectWith complete)) types;

  byAttr = mapAttrs
    (attr: type:
      if longOf type == [ ] then full.${type.gvk}
      else objectsOf (objectWith complete) (short ++ [ attr ]) type (shortDefinitions.${attr} or [ ]))
    latest;

  # What an object of any kind gets, whatever it is: for objects that are not known to Nix.
  commonMetadata =
    let
      anyKind = { name = null; group = ""; version = ""; kind = ""; isCustom = true; };
      object = objectWith merge anyKind [ "kubernetes" "imports" ] "" [ ];
    in
    removeAttrs object.metadata [ "name" ];

  types = extended builtIn.byGvk custom.byGvk;
  # Found from the definitions: most modules use three kinds out of ninety.
  present =
    let
      named = type: { name = type.gvk; value = type; };
      shortNames = filter (attr: shortDefinitions.${attr} != [ ]) (attrNames shortDefinitions);
      longTypes = concatMap (found: concatMap attrValues (attrValues found)) (attrValues
        (mapAttrs (group: mapAttrs (version': found: mapAttrs (kind: _: tree.${group}.${version'}.${kind}) found)) longDefinitions));
    in
    listToAttrs (map (attr: named types.${latest.${attr}.gvk}) shortNames ++ map named (filter (type: longOf type != [ ]) longTypes));
in
{
  inherit commonMetadata schema types;
  resources = checked (mapAttrs (_: mapAttrs (_: mapAttrs (_: type: full.${type.gvk}))) tree // byAttr);

  # The definitions of the resources of one type, by attribute name.
  customDefinitions = type: level (short ++ [ type.attrName ]) (shortOf type ++ longOf type);

  # Types with definitions, and their resources, in the order of their objects.
  present = checked (map (gvk: { type = present.${gvk}; resources = resourcesOf (objectWith merge) present.${gvk}; }) (attrNames present));
}
