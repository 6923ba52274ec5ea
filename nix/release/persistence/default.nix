/* Volumes and mounts of the items below `persistence`. A volume type is a file of types/:
     shape     what such an item may hold
     volume    ctx: id: item: the Kubernetes volume without its name
     findings  ctx: path: item: what a shape cannot tell
     mountPath item: where it is mounted when nothing is said, null for /<identifier> */
toolbox@{ lib, value, schema, detect, collections, ... }:
let
  inherit (lib) attrNames concatLists concatMap elem filterAttrs genAttrs mapAttrsToList;
  inherit (value) isEmpty;

  typeNames = map (lib.removeSuffix ".nix") (attrNames (builtins.readDir ./types));
  types = genAttrs typeNames (name: import (./types + "/${name}.nix") toolbox);
  mounts = import ./mounts.nix toolbox;
  templates = import ./claim-templates.nix toolbox;

  typeOf = item: item.type or "persistentVolumeClaim";

  all = ctx: collections.all ctx.values "persistence";

  usedBy = controllerId: item:
    let
      global = item.globalMounts or [ ];
      advanced = item.advancedMounts or { };
    in
    !isEmpty global || !isEmpty (advanced.${controllerId} or null) || (isEmpty global && isEmpty advanced);
in
{
  claimTemplates = templates;

  shape = path: item:
    let type = typeOf item; in
    if !(elem type typeNames)
    then schema.enum typeNames (path ++ [ "type" ]) type
    else types.${type}.shape path item;

  validate = ctx: id: item: types.${typeOf item}.findings ctx [ "persistence" id ] item;

  # Items name controllers in `advancedMounts`; upstream looks at disabled items too.
  mountFindings = ctx: concatLists (mapAttrsToList
    (id: item: concatMap
      (controller: detect.reference ctx {
        collection = "controllers";
        noun = "controller";
        path = [ "persistence" id "advancedMounts" controller ];
        id = controller;
      })
      (attrNames (item.advancedMounts or { })))
    (all ctx));

  volumes = ctx: controllerId: mapAttrsToList
    (id: item: { name = id; } // types.${typeOf item}.volume ctx id item)
    (filterAttrs (_id: usedBy controllerId) ctx.items.persistence);

  # Mounts of one container, items and claim templates in one order by name.
  mounts = ctx: at:
    let
      fromItems = mapAttrsToList
        (id: item: {
          name = id;
          list = mounts.ofItem at id (types.${typeOf item}.mountPath item) item;
        })
        ctx.items.persistence;
      fromTemplates = map (template: { inherit (template) name; list = mounts.ofTemplate at template; })
        (templates.of ctx.items.controllers.${at.controllerId});
    in
    concatMap (entry: entry.list) (builtins.sort (a: b: a.name < b.name) (fromItems ++ fromTemplates));
}
