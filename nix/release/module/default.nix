/* The submodule `release`: one application by a few typed arguments, with all of app-template's values behind it.

     submodules.instances.ntfy = {
       submodule = "release";
       args = { namespace = "apps"; image = "binwiederhier/ntfy:v2.14.0"; port = 80; };
     };

   arguments.nix declares the arguments, values.nix turns them into app-template values (`values` wins over all of
   them), render turns those into objects. direct.nix is the same without the module, for instances that need none. */
{ about, arguments, rendered, rollsOf, ... }:
{ config, lib, kubenix, name, options, ... }:
let
  inherit (lib) mkIf mkMerge mkOverride;
  inherit (config.submodule) args;

  placement = import ./placement.nix { inherit lib; };

  objects = rendered {
    inherit name args;
    inherit (options.submodule.args) definitions;
    kubernetes = {
      inherit (config.kubernetes) customTypes version;
      namespace = if args.namespace != null then args.namespace else config.kubernetes.namespace;
    };
  };
in
{
  imports = [ kubenix.modules.submodule kubenix.modules.k8s ../../project/rolls.nix ];

  options.submodule.args = arguments { inherit name; defaults = kubenix.lib.defaults or { }; };

  config = {
    submodule = {
      inherit (about) name description version;
      passthru.kubernetes.objects = config.kubernetes.objects;
    };

    kubernetes = {
      # Stronger than what the surrounding module hands down, weaker than what an instance says itself.
      namespace = mkIf (args.namespace != null) (mkOverride 900 args.namespace);

      # Resources, not raw objects: they take part in defaults, labels and the merge, so a module can add to them.
      api.resources = mkMerge (map placement.toResource objects.resources);
      objects = objects.others;
    };

    # Of the final objects: whatever a module adds to the release counts too.
    manifest.rolls = mkIf args.rollOnSecretChange (rollsOf config.kubernetes.objects);
  };
}
