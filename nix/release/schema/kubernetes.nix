# Shapes of Kubernetes' own types, as far as the values API closes them.
{ schema, ... }:
let
  inherit (schema) bool int listOf map mapOf nullOr record string stringOrNull stringOrNumber;

  strings = listOf string;
  labelSelector = record {
    optional = {
      matchLabels = mapOf string;
      matchExpressions = listOf (record {
        required = { key = string; operator = string; };
        optional.values = strings;
      });
    };
  };

  nodeSelectorTerm = record {
    optional =
      let
        expressions = listOf (record {
          required = { key = string; operator = string; };
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
  quantities = nullOr (mapOf stringOrNumber);
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

  hostAliases = listOf (record { optional = { ip = string; hostnames = strings; }; });

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
      claims = nullOr (listOf (record { open = true; required.name = string; }));
      limits = quantities;
      requests = quantities;
    };
  };

  containerPorts = listOf (record {
    required.containerPort = nullOr int;
    optional = { hostIP = stringOrNull; hostPort = nullOr int; name = stringOrNull; protocol = stringOrNull; };
  });

  imagePullSecrets = listOf (record { open = true; optional.name = string; });

  dataSource = record {
    required = { kind = string; name = string; };
    optional = { apiGroup = string; namespace = string; };
  };

  inherit (import ./kubernetes-open.nix { inherit schema labelSelector; }) ingressBackend lifecycle networkPolicyRules probe;
}
