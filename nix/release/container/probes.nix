/* Liveness, readiness and startup probes. A probe that is not `custom` asks the primary port of the controller's
   primary Service; without such a port there is no probe. */
{ lib, value, detect, finalNewline, ... }:
let
  inherit (lib) elem filterAttrs mapAttrs' nameValuePair optionalAttrs toUpper;
  inherit (value) isEmpty orElse;

  timing = spec: {
    initialDelaySeconds = orElse 0 (spec.initialDelaySeconds or null);
    failureThreshold = orElse 3 (spec.failureThreshold or null);
    timeoutSeconds = orElse 1 (spec.timeoutSeconds or null);
    periodSeconds = orElse 10 (spec.periodSeconds or null);
  };

  portOf = ctx: path: probe: port:
    if !isEmpty (probe.port or null)
    then (if builtins.isString probe.port then ctx.tpl (path ++ [ "port" ]) probe.port else probe.port)
    else if !isEmpty (port.targetPort or null) then port.targetPort
    else port.port;

  check = ctx: path: probe: port:
    let
      asked = toUpper (probe.type or "TCP");
      type = if asked == "AUTO" then toUpper (orElse "TCP" (port.protocol or null)) else asked;
      number = portOf ctx path probe port;
    in
    if elem type [ "HTTP" "HTTPS" ] then {
      httpGet = { scheme = type; port = number; } // optionalAttrs (!isEmpty (probe.path or null)) { inherit (probe) path; };
    }
    else if type == "GRPC" then {
      grpc = { port = number; } // optionalAttrs (!isEmpty (probe.service or null)) { inherit (probe) service; };
    }
    else { tcpSocket.port = number; };

  # The primary port of the primary Service, null if there is none.
  asksPort = ctx: controllerId:
    let
      serviceId = detect.primaryService ctx controllerId;
      service = ctx.items.service.${serviceId};
      name = detect.primaryPort service;
    in
    if serviceId == null || name == null then null else service.ports.${name};

  toProbe = ctx: at: name: probe:
    let
      path = at.path ++ [ "probes" name ];
      port = asksPort ctx at.controllerId;
    in
    if !(probe.enabled or false) then null
    else if probe.custom or false then ctx.tplDeep (path ++ [ "spec" ]) (finalNewline.passed (probe.spec or { }))
    else if port == null then null
    else check ctx path probe port // timing (probe.spec or { });
in
{
  fields = ctx: at: container:
    filterAttrs (_name: probe: !isEmpty probe)
      (mapAttrs' (name: probe: nameValuePair "${name}Probe" (toProbe ctx at name probe)) (container.probes or { }));
}
