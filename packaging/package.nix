# bin/gantry: dist/ built from the sources by their own build script, beside the folders it reads.
pkgs:
let
  inherit (builtins.fromJSON (builtins.readFile ../package.json)) version description;
  nodeModules = import ./node-modules.nix pkgs;
in
pkgs.runCommand "gantry-${version}"
  {
    nativeBuildInputs = [ pkgs.nodejs_24 ];
    passthru = { inherit nodeModules; };
    meta = {
      inherit description;
      mainProgram = "gantry";
    };
  }
  ''
    root=$out/lib/gantry
    mkdir -p $root/scripts $out/bin
    cp ${../package.json} $root/package.json
    cp ${../scripts/build.mjs} $root/scripts/build.mjs
    cp -r ${../src} $root/src
    cp -r ${../generated} $root/generated
    cp -r ${../nix} $root/nix
    ln -s ${nodeModules}/node_modules $root/node_modules

    node $root/scripts/build.mjs
    chmod -R u+w $root/src $root/scripts
    rm -r $root/src $root/scripts

    cat >$out/bin/gantry <<END
    #!${pkgs.runtimeShell}
    exec ${pkgs.nodejs_24}/bin/node $root/dist/cli.js "\$@"
    END
    chmod +x $out/bin/gantry
  ''
