# What ntfy must not tell. The file name ends in .enc.nix, so the manifest is always encrypted. The value is no
# part of this file: it is put in from the secret store when the manifest is written.
{ homelab, kubenix, ... }:
{
  kubernetes.resources.secrets.ntfy-secrets = {
    metadata.namespace = homelab.namespaces.applications;
    stringData.NTFY_WEB_PUSH_PRIVATE_KEY = kubenix.lib.secretsFor "ntfy_web_push_private_key";
  };
}
