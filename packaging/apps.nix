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
  # Behind the caller's arguments, where every command and every command of `secrets` takes it.
  flakeOption = if flakeRef == null then "" else "--flake ${quote flakeRef}";
  quote = text: "'${builtins.replaceStrings [ "'" ] [ "'\\''" ] text}'";

  commands = {
    manifests = "Render the manifests: evaluate, resolve, encrypt what changed, write";
    gmanifests = "Print the evaluated bundle, placeholders intact";
    vmanifests = "Report which references resolve";
    umanifests = "List what would change, and why";
    check = "Compare the written tree with modules, stores, rules and lock, without any key";
    diff = "Compare the modules with a committed tree, object by object";
    codegen = "Write TypeScript types and schemas of option trees";
    secrets = "List and edit the secret stores";
    validate = "Check Kubernetes objects in any YAML or JSON";
  };
  options = builtins.mapAttrs (_: _: flakeOption) commands // {
    # Needs no project.
    validate = "";
  };

  programs = pkgs.runCommand "gantry-apps" { } ''
    mkdir -p $out/bin
    ${builtins.concatStringsSep "\n" (map script (builtins.attrNames commands))}
    chmod +x $out/bin/*
  '';
  script = command: ''
    cat >$out/bin/${command} <<'END'
    #!${pkgs.runtimeShell}
    exec ${gantry}/bin/gantry ${command} "$@" ${options.${command}}
    END
  '';

  app = program: description: {
    type = "app";
    inherit program;
    meta = { inherit description; };
  };
in
builtins.mapAttrs (name: app "${programs}/bin/${name}") commands
// {
  default = app "${gantry}/bin/gantry" "Run gantry with the command that is given";
}
