# `settings` of mkProject. All paths are relative to the root of the project, the folder of gantry.nix.
{ lib, ... }:
let
  inherit (lib) mkOption types;

  text = default: description: mkOption { inherit default description; type = types.str; };
  optional = description: mkOption { inherit description; type = types.nullOr types.str; default = null; };
  list = default: description: mkOption { inherit default description; type = types.listOf types.str; };

  references = {
    schemes = list [ ] "Schemes of references, beside the built-in sops, file, envsubst and echo, that the program `vals` may resolve.";
    roots = list [ ] "Folders outside the project in which references may name files.";
  };

  helpers = {
    secretStore = text "secrets/k8s-secrets.enc.yaml" "Secret store that `kubenix.lib.secretsFor` refers to.";
    domain = optional "Domain of the services that people open from outside.";
    clusterDomain = text "cluster.local" "Domain of the cluster itself.";
    storageClass = optional "Storage class of volumes that name none.";
    ingressClass = optional "Ingress class of ingresses that name none.";
    tlsSecret = optional "Secret with the TLS certificate of ingresses that name none.";
    loadBalancer = {
      addresses = mkOption {
        description = "Addresses of load balancers by service.";
        type = types.attrsOf types.str;
        default = { };
        example = { ntfy = "10.0.0.20"; };
      };
      sharingKey = optional "Key under which load balancers share an address.";
    };
  };
in
{
  options.settings = {
    inherit references helpers;
    manifestsDir = text ".k8s" "Folder of the manifest files.";
    lockFile = text "manifests.lock" "The lock file.";
    stores = list [ "secrets/*.enc.yaml" ] "Secret stores, as glob patterns.";
    usedElsewhere = mkOption {
      description = "Who else reads a store, or a key of it and what is below: `FILE` or `FILE#KEY`, patterns both, to a name that people know. Such keys are never told as unused, and `gantry secrets rm` asks for `--force`.";
      type = types.attrsOf types.str;
      default = { };
      example = { "secrets/hosts.enc.yaml" = "NixOS hosts"; "secrets/k8s-secrets.enc.yaml#wifi" = "the router's script"; };
    };
    crds = list [ "crds" ] "Folders with custom resource definitions, or JSON Schemas named `GROUP/KIND_VERSION.json`, for validation only: of the project, or of a package (an absolute path) that is there already.";
    rules = mkOption {
      description = "Severity of validation rules by code.";
      type = types.attrsOf (types.enum [ "off" "info" "warning" "error" ]);
      default = { };
      example = { "image/digest" = "error"; };
    };
    external = mkOption {
      description = "Objects that exist in the cluster without being in the tree, by resource, as `namespace/name` patterns.";
      type = types.attrsOf (types.listOf types.str);
      default = { };
      example = { secrets = [ "*/wildcard-tls" ]; };
    };
    ageKeyFile = optional "File with age identities, tried after the places where SOPS looks.";
    demo = mkOption {
      description = "Whether secrets may be encrypted for publicly known recipients. Only for demonstrations.";
      type = types.bool;
      default = false;
    };
  };
}
