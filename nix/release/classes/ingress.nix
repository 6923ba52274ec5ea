# Ingresses. A path goes to a Service by name, by identifier, or to the only enabled one.
{ lib, schema, kubernetes, fields, metadata, detect, value, ... }:
let
  inherit (lib) concatLists imap0 optional optionalAttrs optionals;
  inherit (schema) either fail int listOf nonEmptyListOf record string stringOrInt;
  inherit (value) isEmpty orElse;

  backend = either "{ name, port } with an integer port, or { identifier, port }" [
    (record { required = { name = string; port = int; }; })
    (record { optional = { identifier = string; port = stringOrInt; }; })
  ];

  path = record {
    required.path = string;
    optional = {
      pathType = string;
      service = backend;
    };
  };

  # Identifier of the Service behind a path; null when it is given by name, or cannot be told.
  serviceId = ctx: given:
    if !isEmpty (given.name or null) then null
    else if !isEmpty (given.identifier or null) then given.identifier
    else detect.onlyService ctx;

  portNumber = ctx: id: port:
    if builtins.isInt port then port
    else if !isEmpty port then detect.portNumber ctx.items.service.${id} port
    else detect.primaryPortNumber ctx.items.service.${id};

  toPath = ctx: at: given:
    let
      service = given.service or { };
      id = serviceId ctx service;
    in
    {
      path = ctx.tpl (at ++ [ "path" ]) given.path;
      pathType = orElse "Prefix" (given.pathType or null);
      backend.service = {
        name = if id != null then ctx.names.service.${id} else ctx.tpl (at ++ [ "service" "name" ]) service.name;
        port.number = if id != null then portNumber ctx id (service.port or null) else service.port;
      };
    };

  toRule = ctx: at: given: {
    host = ctx.tpl (at ++ [ "host" ]) given.host;
    http.paths = imap0 (index: toPath ctx (at ++ [ "paths" index ])) given.paths;
  };

  toTls = ctx: at: given:
    let secretName = ctx.tpl (at ++ [ "secretName" ]) (given.secretName or ""); in
    { hosts = imap0 (index: ctx.tpl (at ++ [ "hosts" index ])) given.hosts; }
    // optionalAttrs (secretName != "") { inherit secretName; };

  pathFindings = ctx: at: given:
    let
      service = given.service or { };
      id = serviceId ctx service;
      port = service.port or null;
      missing = detect.reference ctx { collection = "service"; noun = "Service"; path = at ++ [ "service" "identifier" ]; inherit id; };
    in
    if !isEmpty (service.name or null) then [ ]
    else if id == null then fail (at ++ [ "service" ]) "needs a name or an identifier: there is not exactly one enabled Service"
    else if missing != [ ] then missing
    else optional (builtins.isString port && port != "" && portNumber ctx id port == null) {
      path = at ++ [ "service" "port" ];
      message = "Service ‘${id}’ has no enabled port ‘${port}’";
    };
in
{
  shape = fields.item {
    optional = {
      className = string;
      defaultBackend = kubernetes.ingressBackend;
      hosts = listOf (record { required = { host = string; paths = nonEmptyListOf path; }; });
      tls = listOf (record { required.hosts = listOf string; optional.secretName = string; });
    };
  };

  validate = ctx: id: item: optionals (isEmpty (item.defaultBackend or null)) (concatLists (imap0
    (host: given: concatLists (imap0
      (index: pathFindings ctx [ "ingress" id "hosts" host "paths" index ])
      given.paths))
    (item.hosts or [ ])));

  toObject = ctx: id: item:
    let
      at = [ "ingress" id ];
      tls = item.tls or [ ];
      hosts = item.hosts or [ ];
      byDefault = !isEmpty (item.defaultBackend or null);
    in
    metadata.head ctx { apiVersion = "networking.k8s.io/v1"; kind = "Ingress"; collection = "ingress"; inherit id item; }
    // {
      spec = optionalAttrs (!isEmpty (item.className or null)) { ingressClassName = item.className; }
        // optionalAttrs (tls != [ ]) { tls = imap0 (index: toTls ctx (at ++ [ "tls" index ])) tls; }
        // optionalAttrs byDefault { inherit (item) defaultBackend; }
        // optionalAttrs (!byDefault && hosts != [ ]) { rules = imap0 (index: toRule ctx (at ++ [ "hosts" index ])) hosts; };
    };
}
