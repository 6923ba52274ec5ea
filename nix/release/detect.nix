# What a reference means when the user leaves it out: the only controller, the only Service, the primary port.
{ lib, value, collections }:
let
  inherit (lib) attrNames filter filterAttrs head last optional;
  inherit (value) isEmpty;

  only = items: if builtins.length (attrNames items) == 1 then head (attrNames items) else null;

  # Marked `primary` (the last one, if several), else the first by name.
  primary = items:
    let marked = filter (name: items.${name}.primary or false) (attrNames items);
    in if marked != [ ] then last marked else if items != { } then head (attrNames items) else null;
in
rec {
  # The identifier of the only enabled item, else null.
  onlyService = ctx: only ctx.items.service;
  onlyController = ctx: only ctx.items.controllers;
  onlyAccount = ctx: only ctx.items.serviceAccount;

  # Identifier of the controller that a Service stands for; null when it cannot be told.
  controllerOf = ctx: service: if isEmpty (service.controller or null) then onlyController ctx else service.controller;

  enabledPorts = service: filterAttrs (_name: collections.isEnabled) (service.ports or { });

  # Name of a Service's primary port, null if it has none.
  primaryPort = service: primary (enabledPorts service);

  # Identifier of a controller's primary Service, null if it has none.
  primaryService = ctx: controller: primary (filterAttrs (_id: service: controllerOf ctx service == controller) ctx.items.service);

  # Port number of a Service by the port's name, null where there is none.
  portNumber = service: name: (enabledPorts service).${name}.port or null;

  primaryPortNumber = service: let name = primaryPort service; in if name == null then null else portNumber service name;

  # Findings for a reference to an item that must exist and be enabled.
  reference = ctx: { collection, noun, path, id }:
    optional (!(ctx.items.${collection} ? ${id})) {
      inherit path;
      message = "there is no enabled ${noun} ‘${id}’${
        let names = attrNames ctx.items.${collection}; in
        if names == [ ] then "" else " (there are: ${builtins.concatStringsSep ", " names})"}";
    };
}
