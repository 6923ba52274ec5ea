# Modules as repositories write them, for comparing two libs under real kubenix.
{ modules }:
{
  "own/keyed-lists" = {
    imports = [ modules.k8s ];
    kubernetes.namespace = "harbour";
    kubernetes.resources.deployments.crane.spec.template.spec = {
      containers = {
        crane = {
          image = "i1";
          ports.web.containerPort = 80;
          volumeMounts."/x".name = "config";
        };
        hook.image = "i2";
      };
      volumes.config.configMap.name = "config";
    };
  };

  "own/properties" =
    { lib, ... }:
    let
      inherit (lib)
        mkAfter
        mkDefault
        mkForce
        mkIf
        mkMerge
        ;
    in
    {
      imports = [ modules.k8s ];
      config = mkMerge [
        {
          kubernetes.resources.deployments.crane = {
            metadata.labels.a = mkDefault "1";
            spec.template.spec.containers = [
              {
                name = "crane";
                image = mkDefault "i1";
                env = mkIf false [ { name = "X"; } ];
                args = mkAfter [ "last" ];
              }
            ];
          };
        }
        {
          kubernetes.resources.deployments.crane = {
            metadata.labels = {
              a = "2";
              b = mkForce "3";
            };
            spec.replicas = mkIf true 2;
            spec.template.spec.containers.crane = {
              image = "i2";
              args = [ "first" ];
            };
          };
        }
      ];
    };

  "own/helm" =
    { lib, ... }:
    let
      inherit (lib) mkForce mkIf mkMerge;
    in
    {
      imports = [
        modules.k8s
        modules.helm
      ];
      kubernetes.helm.releases.tug = {
        chart = "/nowhere/chart";
        namespace = "sea";
        values = mkMerge [
          {
            ingress.enabled = true;
            list = [ 1 ];
          }
          (mkIf true { ingress.enabled = false; })
          {
            list = [ 2 ];
            nested.raw = mkForce 1;
          }
        ];
      };
      kubernetes.resources.configMaps.tug.data.a = mkForce "2";
    };

  "own/instances" =
    { config, ... }:
    {
      imports = [
        modules.k8s
        modules.submodules
      ];
      kubernetes.namespace = "harbour";
      submodules.imports = [
        {
          module =
            { config, lib, ... }:
            {
              imports = [
                modules.submodule
                modules.k8s
              ];
              options.submodule.args = {
                image = lib.mkOption { type = lib.types.str; };
                replicas = lib.mkOption {
                  type = lib.types.int;
                  default = 1;
                };
              };
              config = {
                submodule.name = "boat";
                submodule.passthru.kubernetes.objects = config.kubernetes.objects;
                kubernetes.resources.deployments.boat.spec = {
                  inherit (config.submodule.args) replicas;
                  template.spec.containers.boat.image = config.submodule.args.image;
                };
              };
            };
        }
      ];
      submodules.instances.tug = {
        submodule = "boat";
        args.image = "tug:1";
      };
      submodules.instances.barge = {
        submodule = "boat";
        args = {
          image = "barge:1";
          replicas = 3;
        };
      };
      kubernetes.resources.configMaps = {
        b.metadata.name = "a1";
        a.metadata.name = "z";
      };
      kubernetes.objects = [
        {
          apiVersion = "v1";
          kind = "Namespace";
          metadata.name = "raw";
          _note = null;
        }
      ];
    };

  "own/custom-types" =
    { lib, ... }:
    {
      imports = [ modules.k8s ];
      kubernetes.customTypes.route = {
        group = "harbour.example";
        version = "v1";
        kind = "Route";
        attrName = "routes";
      };
      kubernetes.resources.routes.home = {
        metadata.annotations.a = lib.mkDefault "1";
        spec.to = "quay";
      };
      kubernetes.resources.routes.empty = { };
    };

  "own/wrong-type" = {
    imports = [ modules.k8s ];
    kubernetes.resources.deployments.crane.spec.replicas = "1";
  };
}
