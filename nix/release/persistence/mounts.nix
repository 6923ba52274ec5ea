# From mounts as users write them to `volumeMounts`.
{ lib, value, ... }:
let
  inherit (value) isEmpty pick;

  # A path that is given counts; else the default of the item.
  toMount = name: defaultPath: mount:
    { inherit name; mountPath = if isEmpty (mount.path or null) then defaultPath else mount.path; }
    // pick [ "mountPropagation" "readOnly" "subPath" "subPathExpr" ] mount;
in
{
  # Mounts of a persistence item in one container: the global ones, then those for this container.
  ofItem = at: id: ownPath: item:
    let
      global = item.globalMounts or [ ];
      advanced = item.advancedMounts or { };
      here = (advanced.${at.controllerId} or { }).${at.id} or [ ];
      everywhere = if isEmpty global && isEmpty advanced then [ { } ] else global;
    in
    map (toMount id (if ownPath == null then "/${id}" else ownPath)) (everywhere ++ here);

  # Mounts of a volumeClaimTemplate, which belongs to one controller.
  ofTemplate = at: template:
    let
      global = template.globalMounts or [ ];
      advanced = template.advancedMounts or { };
      here = advanced.${at.id} or [ ];
      everywhere = if isEmpty global && isEmpty advanced then [ { } ] else global;
    in
    lib.optionals (template.enabled or true)
      (map (toMount template.name "/${template.name}") (everywhere ++ here));
}
