# mkChecks { system | pkgs, gantry, project } → a flake's checks. `gantry` is what mkProject gave and
# `project` the folder of gantry.nix. Pure and without keys: the flake evaluates modules and options, and the
# derivations get the outcome as JSON to compare with the committed files.
nixpkgs:
{
  system ? throw "mkChecks: neither `system` nor `pkgs` is given. Write `mkChecks { system = \"x86_64-linux\"; … }`",
  pkgs ? nixpkgs.legacyPackages.${system},
  gantry,
  project,
}:
let
  inherit (builtins) mapAttrs toJSON unsafeDiscardStringContext;

  package = import ./package.nix pkgs;

  check =
    name: evaluated: command:
    pkgs.runCommand "gantry-check-${name}"
      {
        inherit evaluated;
        passAsFile = [ "evaluated" ];
      }
      ''
        export HOME=$TMPDIR
        ${package}/bin/gantry ${command} "$evaluatedPath" --project ${project}
        touch $out
      '';

  optionTrees = {
    # What places of declaration begin with: they are told relative to it.
    sources = toString project;
    library = toString ../.;
    targets = mapAttrs (_: target: {
      target = {
        inherit (target) out format;
      };
      document = {
        inherit (target) ir defaults examples;
      };
    }) gantry.codegen;
  };
in
{
  # The attributes of the project, not a call: all systems share one evaluation.
  manifests = check "manifests" (toJSON { inherit (gantry) settings bundle; }) "check --bundle";

  # A default such as "${pkgs.hello}/bin/hello" is shown, not built.
  codegen =
    if gantry.codegen == { } then
      pkgs.runCommand "gantry-check-codegen" { } "touch $out"
    else
      check "codegen" (unsafeDiscardStringContext (toJSON optionTrees)) "codegen --check --ir";
}
