/* Objects that are finished data, each stated once → what a module that defined them as resources hands on: with its
   metadata, without what objects.nix drops, in its order. null where only the merge of definitions tells the result
   (a kind without a table, one name twice, doubled or unnamed items of a keyed list, a required field left out).

   version      of Kubernetes, for the tables
   metadata     what the module adds to every resource: { namespace; labels; annotations; }
   resources    objects of kinds in the tables
   others       objects that are taken as they are */
{ lib }:
let
  inherit (builtins) all attrNames attrValues concatMap elemAt groupBy head intersectAttrs isAttrs isList isString length listToAttrs removeAttrs;
  inherit (lib) optionalAttrs;

  groupVersion = import ./group-version.nix;
  tables = import ./tables.nix;
  objects = import ./objects.nix { inherit lib; };

  isUnique = names: length (attrNames (listToAttrs (map (name: { inherit name; value = null; }) names))) == length names;

  isKeyed = key: items:
    all (item: isAttrs item && isString (item.${key} or null)) items && isUnique (map (item: item.${key}) items);

  # Looks where the table says that something is required or merged by key, and nowhere else.
  isSettled = schema:
    let
      check = ref: value:
        let
          fields = intersectAttrs value (schema.fields.${ref} or { });
          field = name:
            let
              inner = value.${name};
              rule = fields.${name};
              isStruct = check (head rule);
            in
            if isList inner then (length rule == 1 || isKeyed (elemAt rule 1) inner) && all isStruct inner
            else length rule == 1 && isStruct inner;
        in
        isAttrs value
        && removeAttrs (schema.required.${ref} or { }) (attrNames value) == { }
        && all field (attrNames fields);
    in
    check;

  typeOf = tree: { apiVersion, kind, ... }:
    let inherit (groupVersion apiVersion) group version; in
    tree.${group}.${version}.${kind} or null;

  withMetadata = { namespace, labels, annotations }: object: object // {
    metadata = optionalAttrs (namespace != null) { inherit namespace; } // object.metadata // {
      labels = object.metadata.labels or { } // labels;
      annotations = object.metadata.annotations or { } // annotations;
    };
  };

  # A definition of the same label or annotation would be a conflict.
  isFree = metadata: object:
    intersectAttrs metadata.labels (object.metadata.labels or { }) == { }
    && intersectAttrs metadata.annotations (object.metadata.annotations or { }) == { };
in
{ version, metadata, resources, others, order }:
let
  inherit (tables.attributes.${version}) tree;
  schema = tables.schemas.${version};
  rows = map (object: { inherit object; type = typeOf tree object; }) resources;
  byType = groupBy (row: row.type.gvk) rows;

  ofType = found:
    let inherit ((head found)) type; in
    objects.ofType type (listToAttrs (map ({ object, ... }: { inherit (object.metadata) name; value = withMetadata metadata object; }) found));
in
if all ({ object, type }: type != null && isFree metadata object && isSettled schema schema.kinds.${type.gvk} object) rows
  && all (found: isUnique (map ({ object, ... }: object.metadata.name) found)) (attrValues byType)
then objects.arrange order (concatMap ofType (attrValues byType) ++ others)
else null
