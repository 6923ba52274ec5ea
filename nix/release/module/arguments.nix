/* The arguments of a release, as options: { name; defaults; } → options. One file per noun.
   They are declared once, for all releases; an instance only gets the defaults that depend on it. */
{ lib }:
let
  context = { inherit lib; };
  network = import ./arguments/network.nix context;
  storage = import ./arguments/storage.nix context;

  shared =
    import ./arguments/workload.nix context
    // import ./arguments/pod.nix context
    // import ./arguments/configuration.nix context
    // import ./arguments/values.nix context;
in
instance: shared // network instance // storage instance
