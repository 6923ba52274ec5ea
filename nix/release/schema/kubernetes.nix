# Shapes of Kubernetes' own types, as far as the values API closes them.
{ schema, ... }:
let
  inherit (schema) bool enum int listOf mapOf record string;

  strings = listOf string;
  labelSelector = record {
    optional = {
      matchLabels = mapOf string;
      matchExpressions = listOf (record {
        required = { key = string; operator = enum [ "In" "NotIn" "Exists" "DoesNotExist" ]; };
        optional.values = strings;
      });
    };
  };

  nodeSelectorTerm = record {
    optional =
      let
        expressions = listOf (record {
          required = { key = string; operator = enum [ "In" "NotIn" "Exists" "DoesNotExist" "Gt" "Lt" ]; };
          optional.values = strings;
        });
      in
      { matchExpressions = expressions; matchFields = expressions; };
  };

  podAffinityTerm = record {
    optional = {
      labelSelector = labelSelector;
      matchLabelKeys = strings;
      mismatchLabelKeys = strings;
      namespaceSelector = labelSelector;
      namespaces = strings;
    };
    required.topologyKey = string;
  };

  podAffinity = record {
    optional = {
      requiredDuringSchedulingIgnoredDuringExecution = listOf podAffinityTerm;
      preferredDuringSchedulingIgnoredDuringExecution = listOf (record {
        required = { podAffinityTerm = podAffinityTerm; weight = int; };
      });
    };
  };

  seLinux = record { optional = { level = string; role = string; type = string; user = string; }; };
  profile = record { required.type = string; optional.localhostProfile = string; };
  windows = record {
    optional = { gmsaCredentialSpec = string; gmsaCredentialSpecName = string; hostProcess = bool; runAsUserName = string; };
  };
in
{
  inherit labelSelector strings;

  affinity = record {
    optional = {
      nodeAffinity = record {
        optional = {
          requiredDuringSchedulingIgnoredDuringExecution = record { required.nodeSelectorTerms = listOf nodeSelectorTerm; };
          preferredDuringSchedulingIgnoredDuringExecution = listOf (record {
            required = { preference = nodeSelectorTerm; weight = int; };
          });
        };
      };
      inherit podAffinity;
      podAntiAffinity = podAffinity;
    };
  };

  dnsConfig = record {
    optional = {
      nameservers = strings;
      searches = strings;
      options = listOf (record { optional = { name = string; value = string; }; });
    };
  };

  hostAliases = listOf (record { required.ip = string; optional.hostnames = strings; });

  podSecurityContext = record {
    optional = {
      appArmorProfile = profile;
      fsGroup = int;
      fsGroupChangePolicy = string;
      runAsGroup = int;
      runAsNonRoot = bool;
      runAsUser = int;
      seLinuxChangePolicy = string;
      seLinuxOptions = seLinux;
      seccompProfile = profile;
      supplementalGroups = listOf int;
      supplementalGroupsPolicy = string;
      sysctls = listOf (record { required = { name = string; value = string; }; });
      windowsOptions = windows;
    };
  };

  tolerations = listOf (record {
    optional = {
      effect = string;
      key = string;
      operator = string;
      tolerationSeconds = int;
      value = string;
    };
  });

  topologySpreadConstraints = listOf (record {
    required = { maxSkew = int; topologyKey = string; whenUnsatisfiable = string; };
    optional = {
      inherit labelSelector;
      matchLabelKeys = strings;
      minDomains = int;
      nodeAffinityPolicy = string;
      nodeTaintsPolicy = string;
    };
  });

  resources = record {
    optional = {
      claims = listOf (record { required.name = string; optional.request = string; });
      limits = mapOf schema.scalar;
      requests = mapOf schema.scalar;
    };
  };

  containerPorts = listOf (record {
    required.containerPort = int;
    optional = { hostIP = string; hostPort = int; name = string; protocol = string; };
  });

  imagePullSecrets = listOf (record { optional.name = string; });

  dataSource = record {
    required = { kind = string; name = string; };
    optional = { apiGroup = string; namespace = string; };
  };
}
