# Gateway API routes.
{ lib, schema, fields, metadata, detect, value, ... }:
let
  inherit (lib) any concatLists elem findFirst imap0 optional optionalAttrs optionals;
  inherit (schema) enum fail int list listOf map record string stringOrInt;
  inherit (value) compact isEmpty orElse pick readNumber;

  kinds = [ "GRPCRoute" "HTTPRoute" "TCPRoute" "TLSRoute" "UDPRoute" ];
  group = "gateway.networking.k8s.io";
  kindOf = route: route.kind or "HTTPRoute";

  # The best version that the cluster offers for the kind.
  apiVersion = ctx: kind:
    let offered = version: elem "${group}/${version}/${kind}" ctx.capabilities.apiVersions; in
    "${group}/${findFirst offered "v1alpha2" [ "v1" "v1beta1" ]}";

  # Which parts of a rule a kind knows.
  byKind = {
    HTTPRoute = [ "matches" "filters" "sessionPersistence" "timeouts" ];
    GRPCRoute = [ "matches" "filters" "sessionPersistence" ];
  };

  backendRef = record {
    optional = {
      group = string;
      identifier = string;
      kind = string;
      name = string;
      namespace = string;
      port = stringOrInt;
      weight = int;
    };
  };

  rule = record {
    optional = {
      backendRefs = listOf backendRef;
      filters = list;
      matches = listOf (record { optional.path = record { optional = { type = string; value = string; }; }; });
      sessionPersistence = map;
      timeouts = map;
    };
  };

  parentRef = record {
    required.name = string;
    optional = { group = string; kind = string; namespace = string; port = int; sectionName = string; };
  };

  serviceId = ctx: ref:
    if !isEmpty (ref.name or null) then null
    else if !isEmpty (ref.identifier or null) then ref.identifier
    else detect.onlyService ctx;

  toBackend = ctx: at: ref:
    let
      id = serviceId ctx ref;
      port = if !isEmpty (ref.port or null) || id == null then ref.port or null else detect.primaryPortNumber ctx.items.service.${id};
    in
    compact {
      group = ref.group or "";
      kind = ref.kind or "Service";
      name = if id != null then ctx.names.service.${id} else ctx.tpl (at ++ [ "name" ]) ref.name;
      namespace = ref.namespace or ctx.release.namespace;
      port = readNumber port;
      weight = orElse 1 (ref.weight or null);
    };

  toRule = ctx: at: kind: given:
    { backendRefs = imap0 (index: toBackend ctx (at ++ [ "backendRefs" index ])) (given.backendRefs or [ ]); }
    // pick (byKind.${kind} or [ ]) given;

  toParent = given:
    { group = given.group or group; kind = given.kind or "Gateway"; inherit (given) name namespace; }
    // pick [ "sectionName" "port" ] given;

  rulesOf = ctx: at: route:
    let rules = route.rules or [ ]; in
    if rules != [ ] then imap0 (index: toRule ctx (at ++ [ "rules" index ]) (kindOf route)) rules
    else if detect.onlyService ctx != null then [ { backendRefs = [ (toBackend ctx at { }) ]; } ]
    else [ ];

  backendFindings = ctx: at: ref:
    let id = serviceId ctx ref; in
    if !isEmpty (ref.name or null) then [ ]
    else if id == null then fail at "needs a name or an identifier: there is not exactly one enabled Service"
    else detect.reference ctx { collection = "service"; noun = "Service"; path = at ++ [ "identifier" ]; inherit id; };

  ruleFindings = ctx: at: given:
    let backends = given.backendRefs or [ ]; in
    concatLists (imap0 (index: backendFindings ctx (at ++ [ "backendRefs" index ])) backends)
    ++ optional (backends != [ ] && any (filter: (filter.type or null) == "RequestRedirect") (given.filters or [ ])) {
      path = at ++ [ "filters" ];
      message = "a RequestRedirect filter cannot stand beside backendRefs";
    };
in
{
  shape = fields.item {
    optional = {
      kind = enum kinds;
      parentRefs = listOf parentRef;
      hostnames = listOf string;
      rules = listOf rule;
    };
  };

  validate = ctx: id: route:
    let at = [ "route" id ]; in
    concatLists (imap0
      (index: parent: optional (isEmpty (parent.namespace or null)) {
        path = at ++ [ "parentRefs" index "namespace" ];
        message = "is required";
      })
      (route.parentRefs or [ ]))
    ++ concatLists (imap0 (index: ruleFindings ctx (at ++ [ "rules" index ])) (route.rules or [ ]));

  toObject = ctx: id: route:
    let
      at = [ "route" id ];
      kind = kindOf route;
      hostnames = optionals (!(elem kind [ "TCPRoute" "UDPRoute" ])) (route.hostnames or [ ]);
      rules = rulesOf ctx at route;
    in
    metadata.head ctx { apiVersion = apiVersion ctx kind; inherit kind id; collection = "route"; item = route; }
    // {
      spec = optionalAttrs ((route.parentRefs or [ ]) != [ ]) { parentRefs = builtins.map toParent route.parentRefs; }
        // optionalAttrs (hostnames != [ ]) { hostnames = imap0 (index: ctx.tpl (at ++ [ "hostnames" index ])) hostnames; }
        // optionalAttrs (rules != [ ]) { inherit rules; };
    };
}
