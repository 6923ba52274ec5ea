# From the arguments of a release to its objects, sorted by where they go: { resources; others; } of placement.nix.
# `definitions` are what people wrote of the arguments, for messages.
{ lib, render }:
let
  inherit (lib) partition;
  toValues = import ./values.nix { inherit lib; };
  locate = import ./locate.nix { inherit lib; };
  placement = import ./placement.nix { inherit lib; };
in
# kubernetes: { version; namespace; customTypes; } of the instance.
{ name, args, definitions, kubernetes }:
let
  placed = partition (placement.isResource kubernetes.customTypes) (render {
    inherit name;
    inherit (kubernetes) namespace;
    values = toValues name args;
    whereIs = locate definitions;
    capabilities = { kubeVersion = kubernetes.version; inherit (args) apiVersions; };
  });
in
{ resources = map placement.inNamespace placed.right; others = placed.wrong; }
