# One engine: a `lib`, a `pkgs` and a kubenix, and what Gantry makes of them. `kubenix` is null for the
# embedded one, else the sources of hall/kubenix: a folder, or its flake. `release` and `helpers` are parameters
# so that tests can do without.
{ lib
, pkgs
, kubenix ? null
, release ? import ./release { inherit lib; }
, helpers ? import ./release/helpers
}:
let
  embedded = kubenix == null;
  bare =
    if embedded then import ./kubernetes { inherit lib pkgs release; }
    else import ./kubernetes/reference.nix { inherit lib pkgs; source = kubenix; };

  # `kubenix` with the helpers of a project: what modules receive.
  kubenixFor = settings: bare // { lib = bare.lib // helpers { inherit lib settings; }; };

  optionsToIR = import ./bridge/options.nix { inherit lib; };
  optionTree = import ./bridge/option-tree.nix { inherit lib pkgs gantry; };
  documentOf = given: optionsToIR (optionTree given);
  mkProject = import ./project { inherit lib release documentOf kubenixFor embedded; };
  defaultSettings = (lib.evalModules { modules = [ ./project/settings.nix ]; }).config.settings;

  gantry = {
    inherit lib pkgs release optionsToIR documentOf mkProject;
    inherit (bare) evalModules;
    kubenix = kubenixFor defaultSettings;
  };
in
gantry
