# The arguments of a release, as options. One file per noun.
{ lib, name, defaults }:
let
  context = { inherit lib name defaults; };
in
import ./arguments/workload.nix context
// import ./arguments/pod.nix context
// import ./arguments/network.nix context
// import ./arguments/storage.nix context
// import ./arguments/configuration.nix context
// import ./arguments/values.nix context
