# bin/gantry with completions and manual page: dist/ built from the sources by their own build script, beside the folders it reads.
pkgs:
let
  inherit (builtins.fromJSON (builtins.readFile ../package.json)) version description;
  nodeModules = import ./node-modules.nix pkgs;

  # gantry evaluates the nix/ in here. Nix gives text read from a store path the references of that
  # path as context, and fromJSON refuses text with context: so this path must have no references,
  # and node_modules are copied instead of linked.
  program =
    pkgs.runCommand "gantry-program-${version}"
      {
        nativeBuildInputs = [ pkgs.nodejs_24 ];
        allowedReferences = [ ];
      }
      ''
        mkdir -p $out/scripts
        cp ${../package.json} $out/package.json
        cp ${../scripts/build.mjs} $out/scripts/build.mjs
        cp -r ${../src} $out/src
        cp -r ${../generated} $out/generated
        cp -r ${../nix} $out/nix
        mkdir -p $out/docs
        cp -r ${../docs/rules} $out/docs/rules
        cp -r ${../templates} $out/templates
        cp -r ${nodeModules}/node_modules $out/node_modules

        node $out/scripts/build.mjs
        for used in src scripts node_modules/esbuild-wasm; do
          chmod -R u+w $out/$used $(dirname $out/$used)
          rm -r $out/$used
        done
      '';
in
pkgs.runCommand "gantry-${version}"
  {
    passthru = { inherit program nodeModules; };
    meta = {
      inherit description;
      mainProgram = "gantry";
    };
  }
  ''
    mkdir -p $out/bin
    cat >$out/bin/gantry <<END
    #!${pkgs.runtimeShell}
    exec ${pkgs.nodejs_24}/bin/node ${program}/dist/cli.js "\$@"
    END
    chmod +x $out/bin/gantry

    bash=$out/share/bash-completion/completions
    zsh=$out/share/zsh/site-functions
    fish=$out/share/fish/vendor_completions.d
    mkdir -p $bash $zsh $fish $out/share/man/man1
    $out/bin/gantry completion bash >$bash/gantry
    $out/bin/gantry completion zsh >$zsh/_gantry
    $out/bin/gantry completion fish >$fish/gantry.fish
    cp ${../docs/gantry.1} $out/share/man/man1/gantry.1
  ''
