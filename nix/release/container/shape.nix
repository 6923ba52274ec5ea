# The shape of containers and of a controller's default container options.
{ schema, kubernetes, ... }:
let
  inherit (schema) bool both either enum exactlyOne isScalar listOf map mapOf nullOr ofType record scalar string stringOrInt stringOrNull stringOrNumber;

  image = record {
    optional = {
      repository = string;
      tag = stringOrNumber;
      pullPolicy = enum [ "Always" "IfNotPresent" "Never" ];
    };
  };

  words = either "a string or a list of strings" [ string (listOf string) ];

  # Name and key only, as upstream.
  keyRef = record { required = { key = string; name = string; }; };
  references = {
    fieldRef = record { required.fieldPath = string; optional.apiVersion = string; };
    resourceFieldRef = record { required.resource = string; optional = { containerName = string; divisor = stringOrInt; }; };
    secretKeyRef = keyRef;
    configMapKeyRef = keyRef;
  };

  # `optional` of a key is nothing that upstream knows: whoever needs it writes it as Kubernetes' own object.
  source = both [ (record { optional = references; }) (exactlyOne (builtins.attrNames references)) ];
  sources = references // { value = nullOr scalar; valueFrom = source; };
  oneSource = exactlyOne (builtins.attrNames sources);

  variable = path: given:
    if given == null || isScalar given then [ ]
    else if builtins.isAttrs given
    then both [ oneSource (record { optional = sources // { dependsOn = either "a name or a list of names" [ string (listOf string) ]; }; }) ] path given
    else ofType "a string, a number, a boolean, null or an attribute set" (_value: false) path given;

  listedVariable = both [ oneSource (record { required.name = string; optional = sources; }) ];

  env = path: given:
    if builtins.isList given then listOf listedVariable path given else mapOf variable path given;

  reference = both [
    (exactlyOne [ "name" "identifier" ])
    (record { optional = { name = string; identifier = string; optional = bool; }; })
  ];

  envFrom = listOf (both [
    (exactlyOne [ "configMap" "configMapRef" "secret" "secretRef" ])
    (record {
      optional = {
        configMap = string;
        secret = string;
        configMapRef = reference;
        secretRef = reference;
        prefix = stringOrNull;
      };
    })
  ]);

  probe = record {
    optional = {
      enabled = bool;
      custom = bool;
      type = enum [ "AUTO" "TCP" "HTTP" "HTTPS" "GRPC" ];
      path = string;
      port = stringOrInt;
      service = string;
      spec = kubernetes.probe;
    };
  };

  shared = {
    inherit image env envFrom;
    command = words;
    args = words;
    resources = kubernetes.resources;
    securityContext = map;
  };
in
{
  defaultOptions = record { optional = shared; };

  container = record {
    optional = shared // {
      enabled = bool;
      nameOverride = string;
      dependsOn = either "an identifier or a list of identifiers" [ string (listOf string) ];
      workingDir = string;
      ports = kubernetes.containerPorts;
      probes = record { optional = { liveness = probe; readiness = probe; startup = probe; }; };
      lifecycle = kubernetes.lifecycle;
      terminationMessagePath = string;
      terminationMessagePolicy = enum [ "File" "FallbackToLogsOnError" ];
      restartPolicy = string;
      stdin = bool;
      tty = bool;
    };
  };
}
