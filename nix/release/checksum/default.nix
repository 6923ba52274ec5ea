/* Pod annotations that change when configuration does: `checksum/configMaps` and `checksum/secrets`.
   Sums are taken over YAML text as upstream prints it, values before template strings are evaluated. */
{ lib }:
let
  inherit (lib) filterAttrs mapAttrs optionalAttrs;
  inherit (import ./yaml.nix { inherit lib; }) flat;
  sum = value: builtins.hashString "sha256" (flat value);

  over = field: items:
    let counted = filterAttrs (_id: item: item.includeInChecksum or true) items; in
    { present = counted != { }; sum = sum (mapAttrs (_id: item: sum (item.${field} or null)) counted); };
in
{
  annotations = ctx:
    let
      configMaps = over "data" ctx.items.configMaps;
      secrets = over "stringData" ctx.items.secrets;
    in
    optionalAttrs configMaps.present { "checksum/configMaps" = configMaps.sum; }
    // optionalAttrs secrets.present { "checksum/secrets" = secrets.sum; };
}
