/* What `gantry values convert` evaluates: app-template values rendered as they are, and the objects of the module that
   was made of them. Both must be the same.

     name namespace kubernetesVersion  of the release
     values                            app-template values
     module                            a module that makes one release of that name */
let
  gantry = import ./default.nix;
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
in
{
  converted = evaluated.config.kubernetes.generated.items;
  expected = release.render {
    inherit name namespace values;
    capabilities = { kubeVersion = kubernetesVersion; inherit (instance.submodule.args) apiVersions; };
  };
}
