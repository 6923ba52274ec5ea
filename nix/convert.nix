/* What `gantry values convert` evaluates: app-template values rendered as they are, and the objects of the module that
   was made of them. Both must be the same.

     name namespace kubernetesVersion  of the release
     values                            app-template values
     module                            a module that makes one release of that name

   Gives JSON text, which has all digits of floats in every version of Nix: { findings; } about values that do not
   fit, or { converted; expected; }. */
let
  gantry = import ./default.nix;
  attempt = import ./release/attempt.nix { inherit (gantry) lib; };
  toJSON = import ./floats/to-json.nix (import ./floats).goJson;
in
{ name, namespace, kubernetesVersion, values, module }:
let
  inherit (gantry) kubenix release;

  evaluated = kubenix.evalModules {
    specialArgs = { inherit kubenix; };
    modules = [
      module
      kubenix.modules.k8s
      kubenix.modules.helm
      kubenix.modules.submodules
      {
        _module.args.name = "default";
        kubernetes.version = kubernetesVersion;
        submodules.imports = [ (release.described // { inherit (release) module; builtIn = true; }) ];
      }
    ];
  };
  instance = evaluated.config.submodules.instances.${name}.config;
  rendered = attempt {
    inherit name namespace values;
    chart = { name = "app-template"; version = "4.1.1"; };
    labelsAs = "Helm";
    capabilities = { kubeVersion = kubernetesVersion; inherit (instance.submodule.args) apiVersions; };
  };
in
toJSON (
  if rendered.findings != [ ] then { inherit (rendered) findings; }
  else {
    converted = evaluated.config.kubernetes.generated.items;
    expected = rendered.objects;
  }
)
