# The way behind the arguments.
{ lib }:
let
  inherit (lib) mkOption types;

  identifier = noun: mkOption {
    type = types.str;
    default = "main";
    description = "Identifier of the ${noun}.";
    example = "app";
  };
in
{
  values = mkOption {
    type = types.attrsOf types.anything;
    default = { };
    description = ''
      app-template values (bjw-s common library 4.x), laid over what the arguments give: attribute sets deeply, lists
      and scalars in their place. The arguments use these identifiers: `controllers.main.containers.main` and
      `service.main` (see `identifiers`), `ingress.main`, `persistence.{main,config}`, `configMaps.config`,
      `serviceAccount.<name>`.
    '';
    example = { ingress.main.enabled = false; controllers.main.strategy = "RollingUpdate"; };
  };

  identifiers = mkOption {
    type = types.submodule { options = lib.genAttrs [ "controller" "container" "service" ] identifier; };
    default = { };
    description = "What the parts that the arguments make are called in `values`, and thereby in labels and container names.";
    example = { controller = "radarr"; container = "app"; };
  };

  apiVersions = mkOption {
    type = types.listOf types.str;
    default = [
      "gateway.networking.k8s.io/v1/HTTPRoute"
      "gateway.networking.k8s.io/v1/GRPCRoute"
    ];
    description = "What the cluster offers beyond Kubernetes' own; routes take the best version in it.";
    example = [ "gateway.networking.k8s.io/v1beta1/HTTPRoute" ];
  };
}
