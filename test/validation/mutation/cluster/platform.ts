import type { JsonObject } from '../../../../src/core/json.ts';
import type { KubernetesObject } from '../../../../src/core/object.ts';
import { clusterScoped, namespaced } from './object.ts';

/** What every application stands on: namespaces, classes, roles, certificates, the gateway. */
export function platformObjects(namespaces: readonly string[]): KubernetesObject[] {
  return [
    ...namespaces.map((name) => clusterScoped('v1/Namespace', name)),
    ...['fast', 'bulk'].map(storageClass),
    priorityClass('critical', 100000),
    priorityClass('background', -10),
    clusterScoped('networking.k8s.io/v1/IngressClass', 'internal', {
      spec: { controller: 'example.org/ingress' },
    }),
    clusterScoped('node.k8s.io/v1/RuntimeClass', 'sandbox', { handler: 'runsc' }),
    ...readerRole(),
    ...gateway(),
    ...issuer(),
    ...volume(),
    webhook(),
  ];
}

function storageClass(name: string): KubernetesObject {
  return clusterScoped('storage.k8s.io/v1/StorageClass', name, {
    provisioner: 'csi.example.org',
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'WaitForFirstConsumer',
  });
}

function priorityClass(name: string, value: number): KubernetesObject {
  return clusterScoped('scheduling.k8s.io/v1/PriorityClass', name, { value });
}

function readerRole(): KubernetesObject[] {
  const apiGroup = 'rbac.authorization.k8s.io';
  return [
    clusterScoped(`${apiGroup}/v1/ClusterRole`, 'reader', {
      rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get'] }],
    }),
    clusterScoped(`${apiGroup}/v1/ClusterRoleBinding`, 'operators-read', {
      roleRef: { apiGroup, kind: 'ClusterRole', name: 'reader' },
      subjects: [
        { kind: 'Group', apiGroup, name: 'operators' },
        { kind: 'ServiceAccount', name: 'watch', namespace: 'network' },
      ],
    }),
    namespaced('v1/ServiceAccount', { name: 'watch', namespace: 'network' }),
  ];
}

function gateway(): KubernetesObject[] {
  const certificateRefs = [{ name: 'wildcard-tls' }];
  return [
    clusterScoped('gateway.networking.k8s.io/v1/GatewayClass', 'edge', {
      spec: { controllerName: 'example.org/gateway' },
    }),
    namespaced(
      'gateway.networking.k8s.io/v1/Gateway',
      { name: 'edge', namespace: 'network' },
      {
        spec: {
          gatewayClassName: 'edge',
          listeners: [{ name: 'https', port: 443, protocol: 'HTTPS', tls: { certificateRefs } }],
        },
      },
    ),
    namespaced(
      'cert-manager.io/v1/Certificate',
      { name: 'wildcard', namespace: 'network' },
      {
        spec: {
          secretName: 'wildcard-tls',
          dnsNames: ['*.example.org'],
          issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
        },
      },
    ),
  ];
}

function issuer(): KubernetesObject[] {
  const account: JsonObject = { privateKeySecretRef: { name: 'letsencrypt-account' } };
  const server = 'https://acme.example.org/directory';
  return [
    clusterScoped('cert-manager.io/v1/ClusterIssuer', 'letsencrypt', {
      spec: { acme: { server, ...account, solvers: [] } },
    }),
  ];
}

function volume(): KubernetesObject[] {
  const accessModes = ['ReadWriteMany'];
  return [
    clusterScoped('v1/PersistentVolume', 'media', {
      spec: {
        capacity: { storage: '1Ti' },
        accessModes,
        storageClassName: 'by-hand',
        nfs: { server: '192.168.1.5', path: '/media' },
      },
    }),
    namespaced(
      'v1/PersistentVolumeClaim',
      { name: 'media', namespace: 'network' },
      {
        spec: {
          accessModes,
          storageClassName: 'by-hand',
          volumeName: 'media',
          resources: { requests: { storage: '1Ti' } },
        },
      },
    ),
  ];
}

function webhook(): KubernetesObject {
  return clusterScoped('admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration', 'guard', {
    webhooks: [
      {
        name: 'guard.example.org',
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
        clientConfig: { url: 'https://guard.example.org/' },
        rules: [
          { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] },
        ],
      },
    ],
  });
}
