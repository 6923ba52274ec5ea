# kubenix' own tests, evaluated with a given lib: objects and the outcome of each assertion.
# Nothing is built: `pkgs` holds only what evaluation touches.
{ lib, kubenix }:
let
  libPath = lib;
  base = import (/. + libPath);
  extended = base.extend (
    final: _: import (/. + "${kubenix}/lib/upstreamables.nix") { lib = final; inherit pkgs; }
  );
  stub = name: {
    type = "derivation";
    inherit name;
    outPath = "/nix/store/00000000000000000000000000000000-${name}";
  };
  pkgs = {
    lib = base;
    writeText = name: _: stub name;
    runCommand = name: _: _: stub name;
    # Stands for the chart renderer: every chart holds one ConfigMap of the release's name.
    callPackage =
      _: _:
      { name, ... }:
      builtins.toFile "chart.json" (
        builtins.toJSON [
          {
            apiVersion = "v1";
            kind = "ConfigMap";
            metadata = { inherit name; };
            data.a = "1";
          }
        ]
      );
    yq = stub "yq";
    yq-go = stub "yq-go";
    coreutils = stub "coreutils";
    stdenv.hostPlatform.system = "x86_64-linux";
  };
  modules = import (/. + "${kubenix}/modules");
  evalModules =
    module:
    extended.evalModules {
      modules = [
        module
        testOptions
        {
          config._module.args = {
            inherit pkgs;
            name = "default";
          };
        }
      ];
      specialArgs = {
        inherit pkgs;
        images = { };
        kubenix = {
          lib = import (/. + "${kubenix}/lib") {
            inherit pkgs;
            lib = base;
          };
          modules = modules // {
            test = { };
          };
        };
      };
    };
  testOptions.options.test = base.mkOption {
    type = base.types.attrs;
    default = { };
  };
  own = import ./kubenix-modules.nix { inherit modules; };
  tests = [
    "k8s/configmap"
    "k8s/crd"
    "k8s/custom-types-switch"
    "k8s/defaults"
    "k8s/hash-label"
    "k8s/module-instance-label"
    "k8s/no-hash-label"
    "k8s/order"
    "k8s/simple"
    "submodules/defaults"
    "submodules/exports"
    "submodules/passthru"
    "submodules/simple"
    "submodules/versioning"
  ];
  # Their assertions read what a build would have written.
  readBuilds = [
    "k8s/hash-label"
    "k8s/no-hash-label"
  ];
  result =
    path:
    let
      inherit (evalModules (own.${path} or (/. + "${kubenix}/tests/${path}.nix"))) config;
    in
    builtins.mapAttrs (_: orFailure) {
      assertions =
        if builtins.elem path readBuilds then [ ] else map (a: a.assertion) config.test.assertions or [ ];
      objects = config.kubernetes.objects or null;
      generated = config.kubernetes.generated or null;
      instances = builtins.mapAttrs (_: i: i.args) config.submodules.instances or { };
      releases = builtins.mapAttrs (_: r: r.values) config.kubernetes.helm.releases or { };
    };

  # What fails under one lib must fail under the other.
  orFailure =
    value:
    let
      forced = builtins.tryEval (builtins.deepSeq value value);
    in
    if forced.success then forced.value else "fails";
in
base.genAttrs (tests ++ builtins.attrNames own) result
