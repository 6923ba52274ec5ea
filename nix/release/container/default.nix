# The containers and init containers of a controller.
toolbox@{ lib, value, topology, persistence, collections, finalNewline, ... }:
let
  inherit (lib) concatLists filter filterAttrs genAttrs last mapAttrs mapAttrsToList recursiveUpdate;
  image = import ./image.nix toolbox;
  env = import ./env.nix toolbox;
  envFrom = import ./env-from.nix toolbox;
  probes = import ./probes.nix toolbox;
  shapes = import ./shape.nix toolbox;

  # Containers as they are after the controller's defaults: identifier → container.
  resolved = ctx: controllerId: list:
    let
      controller = (finalNewline.carried ctx.items.controllers).${controllerId};
      given = finalNewline.passed (filterAttrs (_id: collections.isEnabled) (controller.${list} or { }));
      applies = list == "containers" || controller.applyDefaultContainerOptionsToInitContainers or true;
      withDefaults =
        if (controller.defaultContainerOptionsStrategy or "overwrite") == "merge"
        then recursiveUpdate
        else (default: own: default // value.dropEmpty own);
    in
    mapAttrs
      (_id: container: finalNewline.passed
        (if controller ? defaultContainerOptions && applies then withDefaults controller.defaultContainerOptions container else container))
      given;

  place = controllerId: list: id: { inherit controllerId list id; path = [ "controllers" controllerId list id ]; };

  passed = [
    "lifecycle"
    "ports"
    "resources"
    "restartPolicy"
    "securityContext"
    "stdin"
    "terminationMessagePath"
    "terminationMessagePolicy"
    "tty"
    "workingDir"
  ];

  # The fields that hold text of several lines, and those that follow them in upstream's template.
  order = [
    "command"
    "args"
    "workingDir"
    "securityContext"
    "lifecycle"
    "terminationMessagePath"
    "terminationMessagePolicy"
    "env"
    "envFrom"
    "ports"
    "livenessProbe"
    "readinessProbe"
    "startupProbe"
    "resources"
    "restartPolicy"
    "stdin"
    "tty"
    "volumeMounts"
  ];
  texts = genAttrs [ "command" "args" "lifecycle" "env" "livenessProbe" "readinessProbe" "startupProbe" ] (_name: null);

  # Upstream trims each field, and reads the container as YAML: what stands last has no line feed behind it.
  asPrinted = container:
    let
      present = filter (name: container ? ${name}) order;
      end = name: if name == last present then finalNewline.trimmed else finalNewline.printed;
    in
    container // mapAttrs end (builtins.intersectAttrs texts container);

  toContainer = ctx: at: container:
    asPrinted ({
      name =
        if value.isEmpty (container.nameOverride or null) then at.id
        else ctx.tpl (at.path ++ [ "nameOverride" ]) container.nameOverride;
      image = image.reference ctx at container;
    }
    // value.pick passed container
    // value.dropEmpty {
      imagePullPolicy = container.image.pullPolicy or null;
      command = words (container.command or null);
      args = words (container.args or null);
      env = env.list ctx at container;
      envFrom = envFrom.list ctx at container;
      volumeMounts = persistence.mounts ctx at;
    }
    // probes.fields ctx at container);

  # One string is one word.
  words = given: if builtins.isString given && given != "" then [ given ] else given;
in
{
  inherit (shapes) container defaultOptions;

  # list ctx controllerId ("containers" | "initContainers") → Kubernetes containers in their order.
  list = ctx: controllerId: which:
    let containers = resolved ctx controllerId which;
    in map (id: toContainer ctx (place controllerId which id) containers.${id}) (topology.sort containers);

  findings = ctx: controllerId:
    let
      of = which:
        let containers = resolved ctx controllerId which; in
        topology.findings [ "controllers" controllerId which ] "container" containers
        ++ concatLists (mapAttrsToList
          (id: container:
            let at = place controllerId which id; in
            image.findings at container ++ env.findings ctx at container ++ envFrom.findings ctx at container)
          containers);
    in
    of "containers" ++ of "initContainers"
    ++ lib.optional (resolved ctx controllerId "containers" == { }) {
      path = [ "controllers" controllerId "containers" ];
      message = "needs at least one enabled container";
    };
}
