# From the arguments of a release to app-template values: name: args: values.
{ lib }:
let
  inherit (lib) elem mapAttrs mapAttrsToList optionalAttrs recursiveUpdate;
  inherit (import ../value.nix { inherit lib; }) compact dropEmpty;
  image = import ./image.nix { inherit lib; };
  configuration = import ./configuration.nix { inherit lib; };

  controllerType = args:
    if args.controllerType != null then args.controllerType
    else if args.schedule != null then "cronjob"
    else "deployment";

  ports = args: optionalAttrs (args.port != null) { http = args.port; } // args.extraPorts;

  probe = given: { enabled = true; } // optionalAttrs (given ? path) { type = "HTTP"; } // given;

  container = args: { image = image args.image; } // dropEmpty {
    inherit (args) command env resources securityContext;
    args = args.arguments;
    envFrom = lib.optional (args.secretName != null) { secretRef.name = args.secretName; };
    ports = mapAttrsToList (name: containerPort: { inherit name containerPort; protocol = "TCP"; }) (ports args);
    probes = mapAttrs (_name: probe) args.probes;
  };

  pod = args: dropEmpty {
    inherit (args) affinity nodeSelector priorityClassName tolerations;
    securityContext = args.podSecurityContext;
  };

  controller = args:
    let type = controllerType args; in
    { inherit type; containers.${args.identifiers.container} = container args; }
    // dropEmpty { pod = pod args; }
    // optionalAttrs (elem type [ "deployment" "statefulset" ]) { inherit (args) replicas; }
    // optionalAttrs (args.schedule != null) { cronjob = { inherit (args) schedule; }; };

  service = args: {
    type = args.serviceType;
    ports = mapAttrs (_name: port: { inherit port; })
      (ports args) // optionalAttrs (args.port != null) { http = { inherit (args) port; primary = true; }; };
  } // dropEmpty { annotations = args.serviceAnnotations; };

  ingress = args: {
    hosts = map (host: { inherit host; paths = [ { path = "/"; service.identifier = args.identifiers.service; } ]; }) args.hosts;
  } // dropEmpty {
    className = args.ingressClass;
    annotations = args.ingressAnnotations;
    tls = lib.optional (args.tlsSecret != null) { inherit (args) hosts; secretName = args.tlsSecret; };
  };

  # The claim keeps its name when `values` add a second one: data hangs on it.
  volume = name: given:
    let
      own = compact (removeAttrs given [ "mountPath" ]);
      isMade = (own.type or "persistentVolumeClaim") == "persistentVolumeClaim" && !(own ? existingClaim);
      hasMounts = own ? globalMounts || own ? advancedMounts;
    in
    optionalAttrs (isMade && !(own ? prefix || own ? suffix)) { forceRename = name; }
    // (if isMade then own else removeAttrs own [ "accessMode" "size" "storageClass" ])
    // optionalAttrs (given.mountPath != null || !hasMounts) {
      globalMounts = [ { path = if given.mountPath != null then given.mountPath else "/data"; } ];
    };

  # Without an image there is nothing to run but what `values` says.
  workload = name: args: optionalAttrs (args.image != null) ({
    controllers.${args.identifiers.controller} = controller args;
  } // optionalAttrs args.serviceAccount { serviceAccount.${name} = { }; });

  fromArguments = name: args: dropEmpty {
    service = optionalAttrs (ports args != { }) { ${args.identifiers.service} = service args; };
    ingress = optionalAttrs (args.port != null && args.hosts != [ ]) { main = ingress args; };
    configMaps = optionalAttrs (args.config != null) { config = configuration.configMap args.config; };
    persistence =
      optionalAttrs (args.persistence != null) { main = volume name args.persistence; }
      // optionalAttrs (args.config != null) { config = configuration.mount args.config; };
  } // workload name args;
in
name: args:
if args.image == null && !(args.values ? controllers)
then throw "release ‘${name}’ has nothing to run: give it an `image`, or controllers in `values`"
else recursiveUpdate (fromArguments name args) args.values
