# app-template (bjw-s common library 4.x) natively: values in, Kubernetes objects out. No Helm, no build.
#
#   render  pure function: { name, values, … } → list of objects (render.nix)
#   module  the kubenix submodule `release`, with typed arguments on top of it (module/)
{ lib }:
let
  render = import ./render.nix { inherit lib; };

  # What all instances share: made once, tables and types and all.
  shared = {
    inherit about lib;
    arguments = import ./module/arguments.nix { inherit lib; };
    rendered = import ./module/rendered.nix { inherit lib render; };
    rollsOf = import ./module/rolls.nix { inherit lib; };
  };

  about = {
    name = "release";
    description = "An application by app-template's values";
    version = "4.1.1";
    tags = [ ];
    exports = { };
  };
in
{
  inherit render;
  module = import ./module shared;

  # What `submodules.imports` and plain instances would otherwise evaluate the module for.
  described = {
    definition = about;
    features = [ "submodule" "k8s" ];
    direct = import ./module/direct.nix shared;
  };
}
