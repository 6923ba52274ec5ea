# `kubernetes.customTypes` in the shape of the built-in tables. Several versions may share one attribute
# name; it then stands for the newest, `v2` being newer than `v2beta1`.
{ lib, customTypes }:
let
  inherit (builtins) attrValues compareVersions foldl' groupBy head listToAttrs mapAttrs sort splitVersion substring;
  inherit (lib) recursiveUpdate;

  types = map (type: type // { gvk = "${type.group}/${type.version}/${type.kind}"; isCustom = true; }) (attrValues customTypes);

  # "v2" → "2prod", "v2beta1" → "2beta1": compareVersions then puts the release above its candidates.
  rank = version:
    let number = substring 1 10 version; in
    if builtins.length (splitVersion number) == 1 then number + "prod" else number;
  newest = candidates: head (sort (a: b: compareVersions (rank a.version) (rank b.version) > 0) candidates);
in
{
  latest = mapAttrs (_: newest) (groupBy (type: type.attrName) types);
  byGvk = listToAttrs (map (type: { name = type.gvk; value = type; }) types);
  tree = foldl' (all: type: recursiveUpdate all { ${type.group}.${type.version}.${type.kind} = type; }) { } types;
}
