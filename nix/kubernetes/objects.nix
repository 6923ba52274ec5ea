# From evaluated resources to the objects of a manifest file.
{ lib }:
let
  inherit (builtins)
    attrNames filter groupBy hashString isAttrs isList length listToAttrs mapAttrs removeAttrs sort
    substring toJSON;
  inherit (lib) foldl' imap0;

  # Its digits, and so the hash, are the same in every version of Nix.
  exactJSON = import ../floats/to-json.nix (import ../floats).json;

  isHidden = name: substring 0 1 name == "_";

  # Nulls and names that start with `_` are notes of modules to each other. Keys of a ConfigMap are file
  # names, though, and may look like that.
  clean = keepsHidden: path: value:
    if isList value then map (clean keepsHidden path) value
    else if !(isAttrs value) || (value ? outPath && value.type or null == "derivation") then value
    else
      let
        keep = keepsHidden && (path == [ "data" ] || path == [ "binaryData" ]);
        dropped = filter (name: value.${name} == null || (isHidden name && !keep)) (attrNames value);
        member = name: clean keepsHidden (if keepsHidden then path ++ [ name ] else path);
      in
      mapAttrs member (if dropped == [ ] then value else removeAttrs value dropped);

  isConfigMap = type: type.group == "core" && type.version == "v1" && type.kind == "ConfigMap";

  # Equal objects are found among those of one kind and name, not by comparing each with every other.
  identity = object:
    let part = value: if builtins.isString value then value else toJSON value; in
    "${part (object.kind or "")}/${part (object.metadata.namespace or "")}/${part (object.metadata.name or "")}";

  unique = objects:
    let
      rows = imap0 (index: object: { inherit index object; }) objects;
      firsts = foldl' (seen: row: if lib.any (other: other.object == row.object) seen then seen else seen ++ [ row ]) [ ];
      groups = lib.mapAttrsToList (_: group: if length group == 1 then group else firsts group) (groupBy (row: identity row.object) rows);
      kept = builtins.concatLists groups;
    in
    if length kept == length rows then objects
    else map (row: row.object) (sort (a: b: a.index < b.index) kept);

  withHash = hash: object:
    let
      metadata = if isAttrs (object.metadata or null) then object.metadata else { };
      labels = if isAttrs (metadata.labels or null) then metadata.labels else { };
    in
    object // { metadata = metadata // { labels = labels // { "kubenix/hash" = hash; }; }; };
in
{
  # Without nulls and hidden names.
  cleaned = clean false [ ];

  # The objects of one kind, by attribute name.
  ofType = type: resources: map (name: clean (isConfigMap type) [ ] resources.${name}) (attrNames resources);

  # Each object once; the kinds of `order` first.
  arrange = order: objects:
    let
      rank = listToAttrs (lib.reverseList (imap0 (index: kind: { name = kind; value = index; }) order));
      last = length order;
      rankOf = object: rank.${object.kind or ""} or last;
    in
    sort (a: b: rankOf a < rankOf b) (unique objects);

  list = { items, labels, addHash }:
    let hash = hashString "sha1" (exactJSON items); in
    {
      kind = "List";
      apiVersion = "v1";
      items = if addHash then map (withHash hash) items else items;
      labels = (if addHash then { "kubenix/hash" = hash; } else { }) // labels;
    };
}
