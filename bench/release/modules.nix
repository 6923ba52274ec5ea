# The modules that are measured: `count` releases like the example's ntfy, or modules that state their objects.
# `way` is "release", "direct" or "render" (the pure function alone, without modules). Gives a number to force it all.
{ nix, way, count }:
let
  gantry = import nix;
  inherit (gantry) kubenix lib release;

  arguments = name: {
    namespace = "applications";
    image = "docker.io/binwiederhier/ntfy:v2.18.0";
    arguments = [ "serve" ];
    secretName = "${name}-secrets";
    port = 8080;
    hosts = [ "${name}.home.example" ];
    probes = { liveness.path = "/v1/health"; readiness.path = "/v1/health"; };
    persistence = { size = "2Gi"; mountPath = "/var/lib/ntfy"; };
    config = { filename = "server.yml"; mountPath = "/etc/ntfy"; data = { listen-http = ":8080"; behind-proxy = true; }; };
    podSecurityContext = { runAsUser = 1000; fsGroup = 1000; runAsNonRoot = true; };
    securityContext = { allowPrivilegeEscalation = false; capabilities.drop = [ "ALL" ]; };
    resources = { requests = { cpu = "10m"; memory = "64Mi"; }; limits.memory = "256Mi"; };
  };

  evaluate = module: (kubenix.evalModules {
    specialArgs = { inherit kubenix; };
    modules = [
      module
      kubenix.modules.k8s
      kubenix.modules.helm
      kubenix.modules.submodules
      { _module.args.name = "default"; submodules.imports = [ (release.described // { inherit (release) module; builtIn = true; }) ]; }
    ];
  }).config.kubernetes.generated.items;

  asRelease = name: { submodules.instances.${name} = { submodule = "release"; args = arguments name; }; };

  # The same objects as data, for each module under its own name.
  sample = map (object: removeAttrs object [ "metadata" ] // { metadata = removeMark object.metadata; }) (evaluate (asRelease "sample"));
  removeMark = metadata: metadata // { labels = removeAttrs metadata.labels [ "kubenix/hash" ]; };
  rename = name: value:
    if builtins.isString value then builtins.replaceStrings [ "sample" ] [ name ] value
    else if builtins.isList value then map (rename name) value
    else if builtins.isAttrs value then builtins.mapAttrs (_: rename name) value
    else value;
  placement = import (nix + "/release/module/placement.nix") { inherit lib; };
  asObjects = name: { kubernetes.api.resources = lib.mkMerge (map placement.toResource (rename name sample)); };

  toValues = import (nix + "/release/module/values.nix") { inherit lib; };
  full = name: (lib.evalModules {
    modules = [
      { options = import (nix + "/release/module/arguments.nix") { inherit lib; } { inherit name; defaults = { }; }; }
      { config = arguments name; }
    ];
  }).config;
  values = toValues "sample" (full "sample");

  ways = {
    release = name: evaluate (asRelease name);
    direct = name: evaluate (asObjects name);
    render = name: release.render { inherit name; namespace = "applications"; values = rename name values; };
  };

  names = builtins.genList (index: "app-${toString index}") count;
in
builtins.foldl' (sum: name: sum + builtins.stringLength (builtins.toJSON (ways.${way} name))) 0 names
