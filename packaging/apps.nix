# mkApps { system | pkgs, flakeRef } → a flake's apps, one for each command, and gantry itself as default.
# flakeRef is the flake whose output `gantry` is evaluated, as seen from the folder where `nix run` is
# called; with null gantry looks for gantry.nix there.
nixpkgs:
{
  system ? throw "mkApps: neither `system` nor `pkgs` is given. Write `mkApps { system = \"x86_64-linux\"; }`",
  pkgs ? nixpkgs.legacyPackages.${system},
  flakeRef ? ".",
}:
let
  gantry = import ./package.nix pkgs;
  commands = [
    "manifests"
    "gmanifests"
    "vmanifests"
    "umanifests"
    "check"
    "secrets"
  ];

  quote = text: "'${builtins.replaceStrings [ "'" ] [ "'\\''" ] text}'";
  # Behind the caller's arguments, where every command and every command of `secrets` takes it.
  flakeOption = if flakeRef == null then "" else "--flake ${quote flakeRef}";

  programs = pkgs.runCommand "gantry-apps" { inherit flakeOption; } ''
    mkdir -p $out/bin
    for command in ${toString commands}; do
      cat >$out/bin/$command <<END
    #!${pkgs.runtimeShell}
    exec ${gantry}/bin/gantry $command "\$@" $flakeOption
    END
      chmod +x $out/bin/$command
    done
  '';

  app = program: {
    type = "app";
    inherit program;
  };
in
builtins.listToAttrs (
  map (name: {
    inherit name;
    value = app "${programs}/bin/${name}";
  }) commands
)
// {
  default = app "${gantry}/bin/gantry";
}
