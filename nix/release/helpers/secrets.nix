{ settings, ... }:
let
  reference = key: "ref+sops://${settings.helpers.secretStore}#${path key}";

  # A path into the store begins with a slash; a plain key needs none.
  path = key: if builtins.match "[^/]+" key != null || builtins.substring 0 1 key == "/" then key else "/${key}";
in
{
  /* secretsFor : key → placeholder
     The value of a key of the secret store (settings.helpers.secretStore), as a whole string. `a/b` is key b below a.

     Example: stringData.TOKEN = kubenix.lib.secretsFor "openclaw_gateway_token";
              → "ref+sops://secrets/k8s-secrets.enc.yaml#openclaw_gateway_token" */
  secretsFor = reference;

  /* secretsInlineFor : key → placeholder
     The same for a place inside longer text: a final `+` ends the placeholder.

     Example: "postgres://ntfy:${kubenix.lib.secretsInlineFor "ntfy_database_password"}@postgres:5432/ntfy"
              → "postgres://ntfy:ref+sops://secrets/k8s-secrets.enc.yaml#ntfy_database_password+@postgres:5432/ntfy" */
  secretsInlineFor = key: "${reference key}+";
}
