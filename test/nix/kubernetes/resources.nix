# One evaluation for all cases of resources.test.ts: case → what it gives.
{ gantry }:
let
  inherit (gantry) lib;
  inherit (builtins) head length map mapAttrs;

  configOf = module: (gantry.evalModules {
    module.imports = with gantry.kubenix.modules; [ module k8s helm submodules { kubernetes.version = "1.34"; } ];
  }).config;
  resources = module: (configOf module).kubernetes.api.resources;
  objects = module: (configOf module).kubernetes.objects;
  warnings = module: (configOf module).kubernetes.warnings;
  pod = spec: { kubernetes.resources.pods.p.spec = spec; };
  containers = module: (head (objects module)).spec.containers;
  custom = {
    kubernetes.customTypes = [ { group = "g.io"; version = "v1"; kind = "Foo"; attrName = "foos"; } ];
  };
in
{
  # Reading
  unsetFieldIsNull = (resources (pod { })).pods.p.spec.nodeName;
  longAndShortName = (resources (pod { hostname = "h"; })).core.v1.Pod.p.spec.hostname;
  unusedKindIsEmpty = (resources { }).deployments;
  rawStaysRaw = (configOf (pod { containers.a = { }; })).kubernetes.resources.pods.p;
  attributeOfNewestVersion = (configOf { }).kubernetes.api.types."autoscaling/v2/HorizontalPodAutoscaler".attrName;

  # Merging
  propertiesInPlainListItems = (head (objects {
    kubernetes.resources.roles.r.rules = [
      { verbs = lib.mkForce [ "get" ]; resources = lib.mkIf false [ "x" ]; }
      (lib.mkIf false { verbs = [ "list" ]; })
    ];
  })).rules;
  propertyAroundKeyedItem = containers (pod {
    containers = [ (lib.mkIf true { name = "a"; image = "i"; }) (lib.mkIf false { name = "b"; }) ];
  });
  unnamedPortWithoutProtocol = containers (pod {
    containers = [ { name = "a"; ports = [ { containerPort = 1; } { containerPort = 2; } ]; } ];
  });
  keyByPriority = containers (pod { containers.a.name = lib.mkDefault "b"; });
  listsInterleaveByPosition = map (container: container.name) (containers {
    imports = [ (pod { containers = [ { name = "x"; } { name = "y"; } ]; }) ];
    kubernetes.resources.pods.p.spec.containers = [ { name = "b"; } { name = "a"; } ];
  });
  functionResource = map (object: object.metadata.labels.own) (objects {
    kubernetes.resources.configMaps.x = { name, ... }: { metadata.labels.own = name; };
  });
  emptyRequiredStruct = (head (objects { kubernetes.resources.deployments.d = { }; })) ? spec;
  nullElementStays = (head (objects { kubernetes.resources.pods.p.spec.containers = [ { name = "a"; args = [ null "x" ]; } ]; })).spec.containers;

  # Deviations: kubenix is silent, or fails
  customPropertiesResolve = map (object: object.spec) (objects {
    imports = [ custom ];
    kubernetes.resources.foos.a.spec = { x = lib.mkForce 1; y.z = lib.mkIf false 2; y.w = lib.mkDefault 3; };
  });
  warningsOfDuplicates = warnings (pod { containers.a.env = [ { name = "X"; } { name = "X"; } ]; });
  warningsOfCustomSpecs = warnings {
    imports = [ custom { kubernetes.resources.foos.a.spec.x = { one = 1; }; } ];
    kubernetes.resources.foos.a.spec.x = { two = lib.mkForce 2; };
  };
  noWarnings = warnings (pod { containers = [ { name = "a"; env = [ { name = "X"; } { name = "Y"; } ]; } ]; });

  # Helpers
  base64 = map gantry.kubenix.lib.k8s.toBase64 [ "" "f" "fo" "foo" "größe ✓ 🏗\n" ];
  octal = gantry.kubenix.lib.k8s.octalToDecimal "0644";
  nameHash = gantry.kubenix.lib.k8s.mkNameHash { name = "n"; data.a = "1"; };
  list = (gantry.kubenix.lib.k8s.mkHashedList { items = [ { kind = "A"; metadata = null; } ]; }).items;

  # Helm
  chartInText = "${gantry.kubenix.lib.helm.fetch { chart = "redis"; version = "1.2"; sha256 = ""; }}/x";
  helmRequests = (configOf {
    kubernetes.customTypes = [ { group = "g.io"; version = "v1"; kind = "Foo"; attrName = "foos"; } ];
    kubernetes.helm.releases.cache = {
      chart = gantry.kubenix.lib.helm.fetch { chart = "redis"; repo = "https://charts.example"; version = "1.2"; sha256 = "x"; };
      namespace = "data";
      values.a = 1;
    };
  }).kubernetes.helm.requests;

  appTemplate =
    let
      config = configOf {
        kubernetes.helm.releases.web = {
          namespace = "apps";
          chart = gantry.kubenix.lib.helm.fetch { chart = "app-template"; version = "5.0.0"; sha256 = ""; };
          values = lib.mkMerge [
            { controllers.main.containers.main.image = { repository = "nginx"; tag = "1"; }; }
            { controllers.main.containers.main.image.tag = "2"; }
          ];
        };
        # An overlay in attribute-set form, next to the list that the chart has.
        kubernetes.resources.deployments.web.spec.template.spec.containers.main.env.EXTRA.value = "x";
      };
      web = config.kubernetes.api.resources.apps.v1.Deployment.web;
      main = head web.spec.template.spec.containers;
    in
    {
      inherit (main) image;
      env = map (variable: variable.name) main.env;
      inherit (web.metadata) namespace;
      inherit (config.kubernetes) warnings;
      inherit (config.kubernetes.helm) requests;
    };

  # What the major version of the chart says: older ones have other values.
  appTemplateVersions = map
    (request:
      let
        found = configOf {
          kubernetes.helm.releases.web = {
            chart = gantry.kubenix.lib.helm.fetch ({ chart = "app-template"; sha256 = ""; } // request);
            values.controllers.main.containers.main.image = { repository = "nginx"; tag = "1"; };
          };
        };
        label = object: object.metadata.labels."helm.sh/chart";
      in
      if found.kubernetes.helm.requests == [ ] then label (head found.kubernetes.objects) else "a request")
    [
      { version = "2.6.0"; }
      { version = "3.7.1"; }
      { version = "v4.4.0"; }
      { version = ">=1.0.0"; }
      { chartUrl = "https://charts.example/app-template-1.5.1/app-template-1.5.1.tgz"; }
      { chart = "oci://charts.example/app-template:4.4.0"; }
    ];
  appTemplateWithoutVersion = length (configOf {
    kubernetes.helm.releases.web = {
      chart = gantry.kubenix.lib.helm.fetch { chart = "app-template"; sha256 = ""; };
      values.controllers.main.containers.main.image = { repository = "nginx"; tag = "1"; };
    };
  }).kubernetes.objects;

  # Images
  imagePaths =
    let
      image = imageName: { type = "derivation"; outPath = "/${imageName}"; imageTag = "1"; inherit imageName; };
      crew = { config, kubenix, ... }: {
        imports = with kubenix.modules; [ submodule k8s docker ];
        submodule.name = "crew";
        submodule.passthru.docker.images = config.docker.images;
        docker.images.mate.image = image "mate";
      };
      config = configOf ({ kubenix, ... }: {
        imports = [ kubenix.modules.docker ];
        docker.registry.host = "quay:5000";
        docker.images.tug = { name = "tug"; tag = "2"; registry.protocol = "oci:"; };
        submodules.imports = [ { module = crew; } ];
        submodules.instances.crew = { };
      });
    in
    mapAttrs (_: image: [ image.path image.uri ]) config.docker.images
    // { exported = map toString config.docker.export; };

  # Submodules
  ownSubmoduleWins = (configOf {
    submodules.imports = [
      { builtIn = true; module = { kubenix, ... }: { imports = [ kubenix.modules.submodule ]; submodule = { name = "boat"; version = "9.0.0"; }; }; }
      { module = { kubenix, ... }: { imports = [ kubenix.modules.submodule ]; submodule.name = "boat"; }; }
    ];
    submodules.instances.boat = { };
  }).submodules.instances.boat.config.submodule.version;
}
