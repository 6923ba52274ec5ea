# Shapes of Kubernetes' own types that the values API knows but leaves open: names beyond these are let through.
{ schema, labelSelector }:
let
  inherit (schema) int listOf nullOr record string stringOrInt stringOrNull;

  open = optional: record { open = true; inherit optional; };
  with' = required: optional: record { open = true; inherit required optional; };

  intOrNull = nullOr int;
  exec = open { command = nullOr (listOf stringOrNull); };
  httpGet = with' { port = stringOrInt; } {
    host = stringOrNull;
    httpHeaders = nullOr (listOf (with' { name = stringOrNull; value = stringOrNull; } { }));
    path = stringOrNull;
    scheme = stringOrNull;
  };
  tcpSocket = with' { port = stringOrInt; } { host = stringOrNull; };

  handler = open {
    inherit exec httpGet tcpSocket;
    sleep = with' { seconds = int; } { };
  };

  peer = open {
    ipBlock = with' { cidr = string; } { except = listOf string; };
    namespaceSelector = labelSelector;
    podSelector = labelSelector;
  };
  ports = listOf (open { endPort = int; port = stringOrInt; protocol = string; });
in
{
  probe = open {
    inherit exec httpGet tcpSocket;
    failureThreshold = intOrNull;
    grpc = with' { port = intOrNull; } { service = stringOrNull; };
    initialDelaySeconds = intOrNull;
    periodSeconds = intOrNull;
    successThreshold = intOrNull;
    terminationGracePeriodSeconds = intOrNull;
    timeoutSeconds = intOrNull;
  };

  lifecycle = open { postStart = handler; preStop = handler; };

  ingressBackend = open {
    resource = with' { kind = string; name = string; } { apiGroup = string; };
    service = with' { name = string; } { port = open { name = string; number = int; }; };
  };

  networkPolicyRules = record {
    optional = {
      ingress = listOf (open { from = listOf peer; inherit ports; });
      egress = listOf (open { to = listOf peer; inherit ports; });
    };
  };
}
