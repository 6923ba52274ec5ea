/* Options of a pod: `defaultPodOptions` for all, `controllers.*.pod` for one.
   Per option: a boolean at the pod wins; an attribute set there replaces the default, or is merged over it when
   `defaultPodOptionsStrategy` is merge; anything else counts when it is not empty. Lists are never merged. */
{ lib, value, schema, kubernetes, fields, ... }:
let
  inherit (lib) filterAttrs genAttrs mapAttrs recursiveUpdate versionAtLeast;
  inherit (value) isEmpty;
  inherit (schema) bool int mapOf nullOr record string;

  shapes = {
    affinity = kubernetes.affinity;
    annotations = fields.texts;
    automountServiceAccountToken = bool;
    dnsConfig = kubernetes.dnsConfig;
    dnsPolicy = string;
    enableServiceLinks = bool;
    hostAliases = kubernetes.hostAliases;
    hostIPC = bool;
    hostNetwork = bool;
    hostPID = bool;
    hostUsers = nullOr bool;
    hostname = string;
    imagePullSecrets = kubernetes.imagePullSecrets;
    labels = fields.texts;
    nodeSelector = mapOf string;
    priorityClassName = string;
    resources = kubernetes.resources;
    restartPolicy = string;
    runtimeClassName = string;
    schedulerName = string;
    securityContext = kubernetes.podSecurityContext;
    shareProcessNamespace = nullOr bool;
    terminationGracePeriodSeconds = nullOr int;
    tolerations = kubernetes.tolerations;
    topologySpreadConstraints = kubernetes.topologySpreadConstraints;
  };

  option = ctx: controller: name:
    let
      own = (controller.pod or { }).${name} or null;
      default = ctx.values.defaultPodOptions.${name} or null;
    in
    if builtins.isBool own then own
    else if builtins.isAttrs own then
      (if ctx.values.defaultPodOptionsStrategy == "merge" && builtins.isAttrs default then recursiveUpdate default own else own)
    else if isEmpty own then default
    else own;

  # Always in the object, false too.
  always = [ "automountServiceAccountToken" "enableServiceLinks" "hostIPC" "hostNetwork" "hostPID" ];

  # In the object when not empty.
  whenGiven = [
    "affinity"
    "dnsConfig"
    "hostAliases"
    "hostname"
    "imagePullSecrets"
    "nodeSelector"
    "priorityClassName"
    "restartPolicy"
    "runtimeClassName"
    "schedulerName"
    "securityContext"
    "terminationGracePeriodSeconds"
    "tolerations"
    "topologySpreadConstraints"
  ];

  # Fields that came with a Kubernetes version; an explicit false counts for the first two.
  since = { hostUsers = "1.29"; shareProcessNamespace = "1.29"; resources = "1.32"; };

  evaluated = [ "affinity" "topologySpreadConstraints" ];
in
{
  shape = record { optional = shapes; };

  spec = ctx: id: controller:
    let
      get = option ctx controller;
      path = name: [ "controllers" id "pod" name ];
      given = filterAttrs (_name: found: !isEmpty found) (genAttrs whenGiven get);
      versioned = filterAttrs
        (name: found: (if builtins.isBool found then true else !isEmpty found) && versionAtLeast ctx.capabilities.kubeVersion since.${name})
        (genAttrs (builtins.attrNames since) get);
      dnsPolicy = get "dnsPolicy";
    in
    genAttrs always get
    // {
      dnsPolicy = if !isEmpty dnsPolicy then dnsPolicy
      else if get "hostNetwork" then "ClusterFirstWithHostNet" else "ClusterFirst";
    }
    // given
    // versioned
    // mapAttrs (name: ctx.tplDeep (path name)) (filterAttrs (name: _found: builtins.elem name evaluated) given);
}
