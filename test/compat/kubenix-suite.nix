# kubenix' own test modules, each evaluated by the given kubenix: test name → messages of failed assertions.
{ kubenix, lib, source, version }:
let
  inherit (builtins) catAttrs filter listToAttrs;
  inherit (lib) mkDefault;

  image = imageName: { type = "derivation"; outPath = "/${imageName}"; imageTag = "1"; inherit imageName; };

  extended = kubenix // {
    modules = kubenix.modules // {
      test = source + "/modules/testing/test-options.nix";
    };
  };

  evaluate = file:
    let
      evaluated = kubenix.evalModules {
        specialArgs.kubenix = extended;
        modules = [
          (source + "/tests/${file}")
          extended.modules.test
          extended.modules.base
          ({ options, ... }: {
            config = {
              kubenix.project = mkDefault "suite";
              _module.args = {
                name = "default";
                test = evaluated.config;
                images = { nginx = image "xtruder/nginx"; curl = image "curl"; };
              };
            } // lib.optionalAttrs (options ? kubernetes) { kubernetes.version = version; };
          })
        ];
      };
      test = evaluated.config.test;
    in
    catAttrs "message" (filter (assertion: !assertion.assertion) test.assertions);

  files = folder: map (name: "${folder}/${name}")
    (filter (lib.hasSuffix ".nix") (builtins.attrNames (builtins.readDir (source + "/tests/${folder}"))));

  # Reads a YAML file during evaluation, which only a build can do.
  needsBuild = [ "k8s/imports.nix" ];
in
listToAttrs (map
  (file: { name = file; value = evaluate file; })
  (filter (file: !(builtins.elem file needsBuild)) (files "k8s" ++ files "submodules")))
