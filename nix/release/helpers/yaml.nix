{ lib, ... }:
{
  /* toYamlStr : value → text
     A value as YAML text, the same bytes as a file of `pkgs.formats.yaml`.

     Example: data."server.yml" = kubenix.lib.toYamlStr { listen-http = ":80"; };
              → "listen-http: :80\n" */
  toYamlStr = import ../../pkgs/pyyaml.nix { inherit lib; };
}
