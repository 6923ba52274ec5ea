# Services. The controller is the only enabled one unless named; the selector follows from it.
{ lib, schema, fields, metadata, detect, value, ... }:
let
  inherit (lib) concatLists mapAttrsToList optional optionalAttrs optionals;
  inherit (schema) bool enum fail listOf map mapOf record string stringOrInt;
  inherit (value) isEmpty pick readNumber;

  types = [ "ClusterIP" "LoadBalancer" "NodePort" "ExternalName" "ExternalIP" ];
  typeOf = service: service.type or "ClusterIP";

  port = record {
    optional = {
      enabled = bool;
      primary = bool;
      port = stringOrInt;
      targetPort = stringOrInt;
      protocol = enum [ "HTTP" "HTTPS" "TCP" "UDP" ];
      nodePort = stringOrInt;
      appProtocol = string;
    };
  };

  # Fields that go in for one type only.
  byType = {
    ClusterIP = [ "clusterIP" ];
    LoadBalancer = [ "loadBalancerIP" "loadBalancerSourceRanges" "loadBalancerClass" ];
    ExternalName = [ "externalName" ];
  };

  passed = [
    "externalIPs"
    "externalTrafficPolicy"
    "internalTrafficPolicy"
    "ipFamilies"
    "ipFamilyPolicy"
    "publishNotReadyAddresses"
    "sessionAffinity"
  ];

  toPort = name: given:
    {
      inherit name;
      port = readNumber given.port;
      targetPort = readNumber (if isEmpty (given.targetPort or null) then given.port else given.targetPort);
      protocol = if lib.elem (given.protocol or "TCP") [ "HTTP" "HTTPS" "TCP" ] then "TCP" else given.protocol;
    }
    // builtins.mapAttrs (_name: readNumber) (pick [ "nodePort" ] given)
    // pick [ "appProtocol" ] given;

  portFindings = path: service:
    let ports = detect.enabledPorts service; in
    optionals (typeOf service != "ExternalName") (
      optional (ports == { }) { path = path ++ [ "ports" ]; message = "needs at least one enabled port"; }
      ++ concatLists (mapAttrsToList
        (name: given: optional (isEmpty (given.port or null)) { path = path ++ [ "ports" name "port" ]; message = "is required"; })
        ports)
    );
in
{
  shape = fields.item {
    optional = {
      allocateLoadBalancerNodePorts = bool;
      clusterIP = string;
      controller = string;
      externalIPs = listOf string;
      externalName = string;
      externalTrafficPolicy = enum [ "Cluster" "Local" ];
      extraSelectorLabels = mapOf string;
      internalTrafficPolicy = enum [ "Cluster" "Local" ];
      ipFamilies = listOf (enum [ "IPv4" "IPv6" ]);
      ipFamilyPolicy = enum [ "SingleStack" "PreferDualStack" "RequireDualStack" ];
      loadBalancerClass = string;
      loadBalancerIP = string;
      loadBalancerSourceRanges = listOf string;
      ports = mapOf port;
      primary = bool;
      publishNotReadyAddresses = bool;
      sessionAffinity = enum [ "ClientIP" "None" ];
      sessionAffinityConfig = map;
      type = enum types;
    };
  };

  validate = ctx: id: service:
    let
      path = [ "service" id ];
      controller = detect.controllerOf ctx service;
    in
    (if controller == null
    then fail (path ++ [ "controller" ]) "is required: there is not exactly one enabled controller"
    else detect.reference ctx { collection = "controllers"; noun = "controller"; path = path ++ [ "controller" ]; id = controller; })
    ++ portFindings path service;

  toObject = ctx: id: service:
    let
      type = typeOf service;
      ports = detect.enabledPorts service;
    in
    metadata.head ctx
      {
        apiVersion = "v1";
        kind = "Service";
        collection = "service";
        inherit id;
        item = service;
        labels."app.kubernetes.io/service" = ctx.names.service.${id};
      }
    // {
      spec = {
        inherit type;
        selector = metadata.selectorLabels ctx
          // metadata.controllerLabel (detect.controllerOf ctx service)
          // (service.extraSelectorLabels or { });
      }
      // pick (byType.${type} or [ ]) service
      // pick passed service
      // optionalAttrs (service ? sessionAffinity) (pick [ "sessionAffinityConfig" ] service)
      // value.keep [ "allocateLoadBalancerNodePorts" ] service
      // optionalAttrs (ports != { }) { ports = mapAttrsToList toPort ports; };
    };
}
