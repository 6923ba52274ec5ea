# What the facts about this homelab are: their types, and what they mean. `gantry codegen` writes
# generated/homelab.ts from it, for programs that read the configuration (scripts/report.ts).
{ lib, ... }:
let
  inherit (lib) mkOption types;

  text = description: mkOption { inherit description; type = types.str; };
  name = description: mkOption { inherit description; type = types.strMatching "[a-z0-9]([-a-z0-9]*[a-z0-9])?"; };
  address = types.strMatching "[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+";
in
{
  options = {
    domain = mkOption {
      description = "Services that are open to the house are `<name>.<domain>`.";
      type = types.str;
      example = "home.example";
    };

    kubernetes = {
      namespaces = mkOption {
        description = "Namespaces by what they are for.";
        type = types.attrsOf types.str;
      };

      storageClass = text "Storage class of volumes that name none.";
      ingressClass = text "Ingress class of ingresses that name none.";
      tlsSecret = name "A wildcard certificate, copied into every namespace.";

      loadBalancer = {
        range = {
          start = mkOption {
            description = "First address that Cilium may give to Services.";
            type = address;
          };
          stop = mkOption {
            description = "Last address that Cilium may give to Services.";
            type = address;
          };
        };
        sharingKey = mkOption {
          description = "Services under one key may share an address, as long as their ports differ.";
          type = types.str;
          default = "homelab";
        };
        addresses = mkOption {
          description = "Fixed addresses by service.";
          type = types.attrsOf address;
          default = { };
          example = { ingress = "10.10.0.20"; };
        };
      };
    };
  };
}
