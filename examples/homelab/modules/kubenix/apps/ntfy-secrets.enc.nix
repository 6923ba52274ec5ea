# What ntfy must not tell: its database, with the password inside a URL, and the keys of web push.
{ homelab, kubenix, ... }:
let
  inherit (kubenix.lib) secretsFor secretsInlineFor serviceHostFor;
  inherit (homelab.kubernetes) namespaces;

  database = serviceHostFor "postgres" namespaces.databases;
in
{
  kubernetes.resources.secrets.ntfy-secrets = {
    metadata.namespace = namespaces.applications;

    stringData = {
      NTFY_DATABASE_URL = "postgres://ntfy:${secretsInlineFor "ntfy_database_password"}@${database}:5432/ntfy";
      NTFY_WEB_PUSH_PUBLIC_KEY = secretsFor "ntfy_web_push_public_key";
      NTFY_WEB_PUSH_PRIVATE_KEY = secretsFor "ntfy_web_push_private_key";
    };
  };
}
