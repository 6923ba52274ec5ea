# The generated facts about each Kubernetes version, read when first asked for and then kept: an attribute
# set, not a function, so that all modules of a project share one copy.
let
  inherit (builtins)
    attrValues concatMap fromJSON genList groupBy head listToAttrs mapAttrs match readDir readFile;

  files = folder: listToAttrs (concatMap
    (file:
      let version = match "v([0-9.]+)\\.json" file; in
      if version == null then [ ] else [
        { name = head version; value = fromJSON (readFile (folder + "/${file}")); }
      ])
    (builtins.attrNames (readDir folder)));

  attrs = files ../../generated/kubernetes-attrs;
  versions = builtins.sort (a: b: builtins.compareVersions a b < 0) (builtins.attrNames attrs);

  # Versions that kubenix takes and that have no facts of their own: those of the nearest newer one are theirs.
  older = genList (index: "1.${toString (19 + index)}") 9;
  withOlder = ofVersions: listToAttrs (map (name: { inherit name; value = ofVersions.${head versions}; }) older) // ofVersions;

  # [ group resource kind [ "group/version" … ] ] → one type per version, the newest first.
  typesOf = attrName: row:
    map
      (groupVersion:
        let parts = match "(.*)/([^/]*)" groupVersion; kind = builtins.elemAt row 2; in
        {
          inherit attrName kind;
          name = builtins.elemAt row 1;
          group = head parts;
          version = builtins.elemAt parts 1;
          gvk = "${groupVersion}/${kind}";
        })
      (builtins.elemAt row 3);

  # A custom resource, as far as a table can know it: metadata is a struct, and each other member is taken
  # whole from one definition; `whole` lists the exceptions. With `customTypesModuleDefinesCRDSpec` the
  # members are those of spec, which every resource then has.
  withCustom = schema:
    let metadata = [ "meta.v1.ObjectMeta" ]; type = { apiVersion = null; kind = null; }; in
    schema // {
      fields = schema.fields // {
        custom = { inherit metadata; spec = [ "customSpec" ]; };
        customWhole = { inherit metadata; };
      };
      required = schema.required // { custom = type // { spec = { }; }; customWhole = type; };
      whole = { customSpec = [ ]; customWhole = [ "apiVersion" "kind" "metadata" ]; };
    };

  makeVersion = rows:
    let
      byAttr = mapAttrs typesOf rows;
      types = builtins.concatLists (attrValues byAttr);
    in
    {
      # attribute name → the type it stands for
      latest = mapAttrs (_: head) byAttr;
      latestNames = builtins.attrNames byAttr;
      # group → version → Kind → type
      tree = mapAttrs
        (_: ofGroup: mapAttrs
          (_: ofVersion: listToAttrs (map (type: { name = type.kind; value = type; }) ofVersion))
          (groupBy (type: type.version) ofGroup))
        (groupBy (type: type.group) types);
      byGvk = listToAttrs (map (type: { name = type.gvk; value = type; }) types);
    };
in
{
  versions = older ++ versions;
  attributes = withOlder (mapAttrs (_: makeVersion) attrs);
  # definition → each of its fields as null, for those who read fields that nobody defined.
  absent = withOlder (mapAttrs
    (_: mapAttrs (_: fields: listToAttrs (map (name: { inherit name; value = null; }) fields)))
    (files ../../generated/struct-fields));
  schemas = withOlder (mapAttrs (_: withCustom) (files ../../generated/keyed-lists));
}
