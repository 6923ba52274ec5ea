# What tells values apart by the priority they were defined with.
{ lib }:
let
  inherit (builtins)
    concatMap
    mapAttrs
    zipAttrsWith
    ;
  inherit (lib.modules) mergeDefinitions;
  inherit (lib.modules.internal) properties;
in
{
  # { <attribute> = { value; highestPrio; }; } of an option of type attrsOf or lazyAttrsOf.
  mergeAttrDefinitionsWithPrio =
    option:
    let
      sets = concatMap (
        def:
        map (part: mapAttrs (_: value: def // { inherit value; }) part.config) (
          properties.pushDown def.value
        )
      ) option.definitionsWithLocations;
    in
    assert option.type.name == "attrsOf" || option.type.name == "lazyAttrsOf";
    mapAttrs (
      name: defs:
      let
        merged = mergeDefinitions (option.loc ++ [ name ]) option.type.nestedTypes.elemType defs;
      in
      {
        value = merged.mergedValue;
        inherit (merged.defsFinal') highestPrio;
      }
    ) (zipAttrsWith (_: defs: defs) sets);
}
