# Where the items of each collection stand in the values. An item with `enabled = false` does not exist.
{ lib, fromFolder }:
let
  inherit (lib) concatMapAttrs filterAttrs mapAttrs;
in
rec {
  paths = {
    controllers = [ "controllers" ];
    serviceAccount = [ "serviceAccount" ];
    configMaps = [ "configMaps" ];
    secrets = [ "secrets" ];
    service = [ "service" ];
    ingress = [ "ingress" ];
    route = [ "route" ];
    serviceMonitor = [ "serviceMonitor" ];
    networkpolicies = [ "networkpolicies" ];
    persistence = [ "persistence" ];
    rawResources = [ "rawResources" ];
    roles = [ "rbac" "roles" ];
    bindings = [ "rbac" "bindings" ];
  };

  # Where an item stands, for messages. Derived collections show the path of what they come from.
  pathOf = collection: id: (paths.${collection} or paths.${derived.${collection}}) ++ [ id ];
  derived.claims = "persistence";

  # Every item of a collection, disabled ones too.
  all = values: collection:
    let
      path = paths.${collection};
      first = values.${builtins.head path} or { };
    in
    if builtins.length path == 1 then first else first.${builtins.elemAt path 1} or { };

  isEnabled = item: item.enabled or true;

  /* Enabled items by collection. Three collections differ from the values: `claims` are the persistence items that
     need a PersistentVolumeClaim, `secrets` also holds the token Secrets of service accounts, and `configMaps` those
     that are made from a folder. */
  enabled = values: accountName:
    let
      given = mapAttrs (collection: _path: filterAttrs (_id: isEnabled) (all values collection)) paths;
    in
    given // {
      configMaps = fromFolder.configMaps values // given.configMaps;
      claims = filterAttrs (_id: isClaim) given.persistence;
      secrets = given.secrets // concatMapAttrs (token accountName)
        (filterAttrs (_id: account: account.staticToken or false) given.serviceAccount);
    };

  isClaim = item: (item.type or "persistentVolumeClaim") == "persistentVolumeClaim" && (item.existingClaim or "") == "";

  token = accountName: id: _account: {
    ${tokenId id} = {
      suffix = tokenId id;
      type = "kubernetes.io/service-account-token";
      annotations."kubernetes.io/service-account.name" = accountName id;
    };
  };

  tokenId = id: "${id}-sa-token";
}
