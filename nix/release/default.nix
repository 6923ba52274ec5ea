# app-template (bjw-s common library 4.x) natively: values in, Kubernetes objects out. No Helm, no build.
#
#   render  pure function: { name, values, … } → list of objects (render.nix)
#   module  the kubenix submodule `release`, with typed arguments on top of it (module/)
{ lib }:
let
  render = import ./render.nix { inherit lib; };
in
{
  inherit render;
  module = import ./module { inherit render; };
}
