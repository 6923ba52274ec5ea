# mkProject: what gantry.nix says → everything that is asked of a project, each part evaluated only when asked.
{ lib, release, documentOf, kubenixFor, embedded }:
let
  inherit (builtins) addErrorContext deepSeq elem filter listToAttrs mapAttrs match;
  inherit (lib) any mkAfter mkDefault optionalAttrs;

  discover = import ./discovery.nix { inherit lib; };
  bundleEntry = import ../bridge/bundle.nix { inherit lib; };
  positionsOf = import ../bridge/positions.nix { inherit lib; };

  # An imported `release` of the user's own is found first.
  releaseModule = {
    _file = "gantry.release";
    submodules.imports = mkAfter [
      ({ module = release.module; } // optionalAttrs embedded (release.described // { builtIn = true; }))
    ];
  };
in
arguments:
let
  given = (lib.evalModules {
    modules = [ ./options.nix { _file = "gantry.nix"; config = arguments; } ];
  }).config;
  inherit (given) root settings;

  kubenix = kubenixFor settings;
  baseModules =
    if given.baseModules != null then given.baseModules
    else [ kubenix.modules.k8s kubenix.modules.helm kubenix.modules.submodules releaseModule ];

  # The module itself comes first: the objects it lists then stand last in its file.
  evaluateModule = path: kubenix.evalModules {
    specialArgs = { inherit kubenix; } // given.specialArgs;
    modules = [ (root + "/${path}") ] ++ baseModules ++ [ ./manifest.nix projectModule ];
  };

  projectModule = { options, ... }: {
    _file = "gantry.nix";
    config = {
      _module.args.name = mkDefault "default";
    }
    // optionalAttrs (options ? kubenix) { kubenix.project = mkDefault given.project; }
    // optionalAttrs (options ? kubernetes) { kubernetes.version = mkDefault given.kubernetesVersion; };
  };

  # The CLI looks for this text to name the module that failed.
  inContext = path: addErrorContext "while evaluating the module ‘${path}’ of the project";

  paths = if root == null then [ ] else discover root;

  bundleOf = selected: {
    contract = "gantry/v1";
    inherit (given) project kubernetesVersion;
    modules = listToAttrs (map
      (path:
        let entry = bundleEntry path (evaluateModule path); in
        { name = path; value = inContext path (deepSeq entry entry); })
      selected);
  };

  positionsIn = selected: listToAttrs (map
    (path:
      let located = positionsOf (root + "/${path}") (evaluateModule path); in
      { name = path; value = inContext path (deepSeq located located); })
    selected);

  selects = { only ? null, exclude ? [ ] }: path:
    (only == null || any (pattern: match pattern path != null) only) && !(elem path exclude);
in
{
  inherit settings;
  inherit (given) specialArgs;
  bundle = bundleOf paths;
  evaluate = selection: {
    inherit settings;
    bundle = bundleOf (filter (selects selection) paths);
  };
  positions = positionsIn paths;
  locate = selection: positionsIn (filter (selects selection) paths);
  codegen = mapAttrs (_: { options, out, format }: { inherit out format; } // documentOf options) given.codegen;
}
