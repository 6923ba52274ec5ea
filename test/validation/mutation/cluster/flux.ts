import type { JsonObject } from '../../../../src/core/json.ts';
import type { KubernetesObject } from '../../../../src/core/object.ts';
import { namespaced } from './object.ts';

const NAMESPACE = 'flux-system';

/** How Flux applies the tree, and charts that it installs into a namespace of their own. */
export function fluxObjects(): KubernetesObject[] {
  const at = (name: string) => ({ name, namespace: NAMESPACE });
  return [
    namespaced('source.toolkit.fluxcd.io/v1/GitRepository', at('homelab'), {
      spec: { url: 'https://git.example.org/homelab', interval: '5m', ref: { branch: 'main' } },
    }),
    namespaced('v1/ConfigMap', at('variables'), { data: { DOMAIN: 'example.org' } }),
    kustomization('platform', {}),
    kustomization('apps', {
      dependsOn: [{ name: 'platform' }],
      decryption: { provider: 'sops', secretRef: { name: 'sops-age' } },
    }),
    ...charts(),
  ];
}

function kustomization(name: string, more: JsonObject) {
  return namespaced(
    'kustomize.toolkit.fluxcd.io/v1/Kustomization',
    { name, namespace: NAMESPACE },
    {
      spec: {
        path: `./.k8s/${name}`,
        interval: '10m',
        prune: true,
        ...more,
        sourceRef: { kind: 'GitRepository', name: 'homelab' },
        postBuild: {
          substitute: { CLUSTER: 'quay' },
          substituteFrom: [{ kind: 'ConfigMap', name: 'variables' }],
        },
      },
    },
  );
}

function charts(): KubernetesObject[] {
  const chart = {
    spec: {
      chart: 'metrics',
      version: '1.2.3',
      sourceRef: { kind: 'HelmRepository', name: 'charts', namespace: NAMESPACE },
    },
  };
  const release = (name: string, dependsOn: JsonObject[]) =>
    namespaced(
      'helm.toolkit.fluxcd.io/v2/HelmRelease',
      { name, namespace: 'charts' },
      {
        spec: {
          interval: '1h',
          chart,
          dependsOn,
          valuesFrom: [{ kind: 'ConfigMap', name: 'chart-values', valuesKey: 'values.yaml' }],
          values: { replicas: 1 },
        },
      },
    );
  return [
    namespaced(
      'source.toolkit.fluxcd.io/v1/HelmRepository',
      { name: 'charts', namespace: NAMESPACE },
      {
        spec: { url: 'https://charts.example.org', interval: '1h' },
      },
    ),
    namespaced(
      'v1/ConfigMap',
      { name: 'chart-values', namespace: 'charts' },
      {
        data: { 'values.yaml': 'a: 1\n' },
      },
    ),
    release('metrics-server', []),
    release('dashboards', [{ name: 'metrics-server' }]),
  ];
}
