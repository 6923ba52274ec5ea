# mkChecks { system | pkgs, gantry, project } → a flake's checks. `gantry` is what mkProject gave and
# `project` the folder of gantry.nix. Pure and without keys: the flake evaluates the modules, and the
# derivation gets the outcome as JSON to compare with the committed tree and lock file.
nixpkgs:
{
  system ? throw "mkChecks: neither `system` nor `pkgs` is given. Write `mkChecks { system = \"x86_64-linux\"; … }`",
  pkgs ? nixpkgs.legacyPackages.${system},
  gantry,
  project,
}:
let
  package = import ./package.nix pkgs;
in
{
  manifests =
    pkgs.runCommand "gantry-check-manifests"
      {
        evaluation = builtins.toJSON (gantry.evaluate { });
        passAsFile = [ "evaluation" ];
      }
      ''
        export HOME=$TMPDIR
        ${package}/bin/gantry check --project ${project} --bundle "$evaluationPath"
        touch $out
      '';
}
