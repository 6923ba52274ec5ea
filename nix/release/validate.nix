# All findings about a set of values. `shapes` judges what is written; `rules` judges items of the right shape
# together: references, missing parts, what upstream refuses while rendering.
{ lib, toolbox }:
let
  inherit (lib) concatLists concatMap mapAttrsToList optionals;
  inherit (toolbox) classes collections schema;
  order = import ./order.nix;

  itemShape = shape: path: item:
    if !builtins.isAttrs item then schema.map path item
    else
      let enabled = schema.bool (path ++ [ "enabled" ]) (item.enabled or true); in
      if enabled != [ ] then enabled
      # What is switched off is not looked at: it may be half written.
      else optionals (collections.isEnabled item) (shape path item);

  shapeOf = {
    controllers = toolbox.controller.shape;
    persistence = toolbox.persistence.shape;
    serviceAccount = classes.service-account.shape;
    configMaps = classes.config-map.shape;
    secrets = classes.secret.shape;
    service = classes.service.shape;
    ingress = classes.ingress.shape;
    route = classes.route.shape;
    serviceMonitor = classes.service-monitor.shape;
    networkpolicies = classes.network-policy.shape;
    rawResources = classes.raw-resource.shape;
    roles = classes.role.shape;
    bindings = classes.role-binding.shape;
  };

  collectionFindings = values: collection: path:
    let items = collections.all values collection; in
    if !builtins.isAttrs items then schema.map path items
    else concatLists (mapAttrsToList (id: itemShape shapeOf.${collection} (path ++ [ id ])) items);
in
{
  shapes = values:
    if !builtins.isAttrs values then schema.map [ ] values
    else
      let top = toolbox.topLevel.shape values; in
      if top != [ ] then top
      else concatLists (mapAttrsToList (collectionFindings values) collections.paths);

  rules = ctx:
    toolbox.persistence.mountFindings ctx
    ++ concatMap
      ({ collection, class }: concatLists (mapAttrsToList
        (id: item: classes.${class item}.validate ctx id item)
        ctx.items.${collection}))
      order
    ++ concatLists (mapAttrsToList (toolbox.persistence.validate ctx) ctx.items.persistence);
}
