# What runs.
{ lib }:
let
  inherit (lib) mkOption toLower types;

  image = types.submodule {
    options = {
      repository = mkOption {
        type = types.str;
        description = "Where the image is, registry included.";
        example = "ghcr.io/openclaw/openclaw";
      };
      tag = mkOption {
        type = types.nullOr types.str;
        default = null;
        description = "Tag of the image; it may hold the digest, `1.2.3@sha256:…`.";
        example = "v2.14.0";
      };
      digest = mkOption {
        type = types.nullOr types.str;
        default = null;
        description = "Digest of the image. What runs is then always the same image.";
        example = "sha256:a02b8193cc9d985dce3479eb1986a326f1e28253275b1c43491ac7923d6167e5";
      };
      pullPolicy = mkOption {
        type = types.nullOr (types.enum [ "Always" "IfNotPresent" "Never" ]);
        default = null;
        description = "When the image is pulled; the cluster decides when null.";
        example = "Always";
      };
    };
  };

  # One string is one word, as in app-template.
  words = types.coercedTo types.str lib.singleton (types.listOf types.str);

  controllerTypes = [ "cronjob" "daemonset" "deployment" "job" "statefulset" ];
in
{
  image = mkOption {
    type = types.nullOr (types.either types.str image);
    default = null;
    description = ''
      The image: a reference, or its parts `{ repository; tag; digest; pullPolicy; }`. Without one the release runs what `values.controllers` says, and the
      arguments about its container and its pod mean nothing.
    '';
    example = { repository = "ghcr.io/openclaw/openclaw"; tag = "latest"; digest = "sha256:a02b…"; };
  };

  controllerType = mkOption {
    type = types.nullOr (types.coercedTo types.str toLower (types.enum controllerTypes));
    default = null;
    description = ''
      Kind of the workload: ${lib.concatStringsSep ", " controllerTypes}, in any case of letters. Null stands for
      deployment, or cronjob when there is a schedule.
    '';
    example = "StatefulSet";
  };

  replicas = mkOption {
    type = types.nullOr types.ints.unsigned;
    default = 1;
    description = "How many pods a deployment or statefulset has; null leaves that to an autoscaler.";
    example = 2;
  };

  schedule = mkOption {
    type = types.nullOr types.str;
    default = null;
    description = "When a cron job runs.";
    example = "*/20 * * * *";
  };

  command = mkOption {
    type = words;
    default = [ ];
    description = "What the container runs; empty for the image's entry point.";
    example = [ "node" "dist/index.js" "gateway" ];
  };

  arguments = mkOption {
    type = words;
    default = [ ];
    description = "Arguments of the command, or of the image's entry point.";
    example = [ "serve" "--listen-http=:80" ];
  };

  env = mkOption {
    type = types.attrsOf types.anything;
    default = { };
    description = ''
      Environment variables: text, number, boolean, or a source such as `{ secretKeyRef = { name; key; }; }`.
    '';
    example = { TZ = "Europe/Lisbon"; POD_IP.fieldRef.fieldPath = "status.podIP"; };
  };

  secretName = mkOption {
    type = types.nullOr types.str;
    default = null;
    description = "A Secret whose keys all become environment variables.";
    example = "openclaw-secrets";
  };

  resources = mkOption {
    type = types.attrsOf types.anything;
    default = { };
    description = "Requests and limits of the container.";
    example = { requests = { cpu = "100m"; memory = "256Mi"; }; limits.memory = "1Gi"; };
  };

  probes = mkOption {
    type = types.attrsOf (types.attrsOf types.anything);
    default = { };
    description = ''
      Probes by name (liveness, readiness, startup), as in app-template. A probe named here is on, and with a `path`
      it asks by HTTP.
    '';
    example = { liveness.path = "/v1/health"; readiness = { }; };
  };

  securityContext = mkOption {
    type = types.attrsOf types.anything;
    default = { };
    description = "Security context of the container.";
    example = { readOnlyRootFilesystem = true; allowPrivilegeEscalation = false; capabilities.drop = [ "ALL" ]; };
  };
}
