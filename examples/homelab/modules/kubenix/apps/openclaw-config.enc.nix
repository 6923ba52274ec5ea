# What OpenClaw finds in its environment. The file name ends in .enc.nix, so the manifest is always encrypted.
{ homelab, kubenix, ... }:
{
  kubernetes.resources.secrets.openclaw-secrets = {
    metadata.namespace = homelab.kubernetes.namespaces.applications;

    stringData = {
      NODE_ENV = "production";
      OPENCLAW_DATA_DIR = "/home/node/.openclaw";
      OPENCLAW_CONFIG_PATH = "/home/node/.openclaw/openclaw.json";
      OPENCLAW_GATEWAY_TOKEN = kubenix.lib.secretsFor "openclaw_gateway_token";
    };
  };
}
