# The production node_modules, by their recorded hash. package-lock.json holds no download addresses,
# which nixpkgs' npm fetchers need; npm itself asks the registry, and the hash makes that pure.
pkgs:
let
  recorded = builtins.fromJSON (builtins.readFile ./node-modules.json);
  upToDate = builtins.hashFile "sha256" ../package-lock.json == recorded.packageLock;
in
# Without this a changed lock file would silently give the tree of the old one.
if !upToDate then
  throw "packaging/node-modules.json belongs to another package-lock.json: run scripts/node-modules-hash"
else
  # The name is part of the store path that scripts/setup/seed fills.
  pkgs.runCommand "gantry-node-modules"
    {
      nativeBuildInputs = [ pkgs.nodejs_24 ];
      outputHashMode = "recursive";
      outputHash = recorded.hash;
      impureEnvVars = [
        "http_proxy"
        "https_proxy"
        "no_proxy"
        "npm_config_registry"
        "NODE_EXTRA_CA_CERTS"
      ];
    }
    ''
      export HOME=$TMPDIR
      mkdir source
      cp ${../package.json} source/package.json
      cp ${../package-lock.json} source/package-lock.json
      sh ${./install-node-modules} source $out
    ''
