# Where the resources of a module are written: attribute name → resource → { file, line, column }.
{ lib }:
let
  inherit (builtins) filter isAttrs listToAttrs mapAttrs unsafeGetAttrPos;
  inherit (lib) foldl' recursiveUpdate;

  # Nix knows no position of an attribute that was computed.
  known = found: listToAttrs (map
    (name: { inherit name; value = unsafeGetAttrPos name found; })
    (filter (name: unsafeGetAttrPos name found != null) (builtins.attrNames found)));

  ofDefinition = resources: mapAttrs (_: known)
    (lib.filterAttrs (_: found: isAttrs found && !(found ? _type)) resources);
in
{ options, ... }:
foldl' recursiveUpdate { } (map ofDefinition (options.kubernetes.resources.definitions or [ ]))
