# ServiceMonitors of the Prometheus operator. They find their Service by its labels.
{ lib, schema, kubernetes, fields, metadata, detect, value, ... }:
let
  inherit (lib) optionalAttrs;
  inherit (schema) both exactlyOne fail list listOf map record string;
  inherit (value) isEmpty;

  # How a monitor names its Service: { name }, { identifier } or { } (cannot be told).
  target = ctx: item:
    let
      service = item.service or { };
      only = detect.onlyService ctx;
    in
    if !isEmpty (item.serviceName or null) then { name = item.serviceName; at = [ "serviceName" ]; }
    else if !isEmpty (service.name or null) then { inherit (service) name; at = [ "service" "name" ]; }
    else if !isEmpty (service.identifier or null) then { inherit (service) identifier; }
    else if only != null then { identifier = only; }
    else { };

  selector = ctx: id: item:
    let
      found = target ctx item;
      service = if found ? identifier then ctx.names.service.${found.identifier} else ctx.tpl ([ "serviceMonitor" id ] ++ found.at) found.name;
    in
    if !isEmpty (item.selector or null) then ctx.tplDeep [ "serviceMonitor" id "selector" ] item.selector
    else { matchLabels = metadata.selectorLabels ctx // { "app.kubernetes.io/service" = service; }; };
in
{
  shape = fields.item {
    required.endpoints = listOf map;
    optional = {
      selector = kubernetes.labelSelector;
      service = both [ (record { optional = { name = string; identifier = string; }; }) (exactlyOne [ "name" "identifier" ]) ];
      serviceName = string;
      targetLabels = list;
    };
  };

  validate = ctx: id: item:
    let
      path = [ "serviceMonitor" id ];
      given = item.service or { };
    in
    (if item.endpoints == [ ] then fail (path ++ [ "endpoints" ]) "must not be empty" else [ ])
    ++ (if given ? identifier
    then detect.reference ctx { collection = "service"; noun = "Service"; path = path ++ [ "service" "identifier" ]; id = given.identifier; }
    else [ ])
    ++ (if isEmpty (item.selector or null) && target ctx item == { }
    then fail (path ++ [ "service" ]) "needs a name or an identifier: there is not exactly one enabled Service"
    else [ ]);

  toObject = ctx: id: item:
    metadata.head ctx { apiVersion = "monitoring.coreos.com/v1"; kind = "ServiceMonitor"; collection = "serviceMonitor"; inherit id item; }
    // {
      spec = {
        jobLabel = ctx.names.serviceMonitor.${id};
        selector = selector ctx id item;
        endpoints = ctx.tplDeep [ "serviceMonitor" id "endpoints" ] item.endpoints;
      }
      // optionalAttrs (ctx.release.namespace != null) { namespaceSelector.matchNames = [ ctx.release.namespace ]; }
      // value.pick [ "targetLabels" ] item;
    };
}
