import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasNix } from '../support/nix-eval.ts';
import {
  ofKind,
  renderAll,
  service,
  withMain,
  type KubernetesObject,
  type Rendered,
} from './render.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const cases = {
  order: withMain({
    service,
    ingress: { main: { hosts: [{ host: 'demo.home.example', paths: [{ path: '/' }] }] } },
    persistence: { data: { size: '1Gi', accessMode: 'ReadWriteOnce' } },
    serviceAccount: { main: { staticToken: true } },
    configMaps: { main: { data: { a: '1' } } },
  }),
  persistence: withMain({
    persistence: {
      cache: { type: 'emptyDir', sizeLimit: '1Gi' },
      data: { size: '1Gi', accessMode: 'ReadWriteOnce', storageClass: '-', retain: true },
      elsewhere: { type: 'emptyDir', advancedMounts: { main: { other: [{ path: '/x' }] } } },
      files: {
        type: 'configMap',
        name: '{{ .Release.Name }}-files',
        advancedMounts: { main: { main: [{ path: '/etc/x', subPath: 'x', readOnly: true }] } },
      },
      host: { type: 'hostPath', hostPath: '/dev/dri' },
      share: {
        type: 'nfs',
        server: 'nas',
        path: '/media',
        globalMounts: [{ path: '/a' }, { path: '/b' }],
      },
      tools: { type: 'image', image: 'ghcr.io/x/tools:1' },
      wild: { type: 'custom', volumeSpec: { downwardAPI: { items: [] } } },
    },
  }),
  service: withMain({
    service: {
      main: {
        type: 'LoadBalancer',
        loadBalancerIP: '10.0.0.1',
        clusterIP: '10.0.0.2',
        allocateLoadBalancerNodePorts: false,
        annotations: { 'a.b/c': '{{ .Release.Namespace }}' },
        ports: {
          dns: { port: 53, protocol: 'UDP' },
          web: { port: 80, targetPort: 'http', protocol: 'HTTP' },
        },
      },
    },
  }),
  ingress: withMain({
    service,
    ingress: {
      main: {
        className: 'nginx',
        hosts: [{ host: '{{ .Release.Name }}.x', paths: [{ path: '/a', pathType: 'Exact' }] }],
        tls: [{ hosts: ['{{ .Release.Name }}.x'], secretName: 'tls' }],
      },
    },
  }),
  route: withMain({
    service,
    route: {
      main: { parentRefs: [{ name: 'gw', namespace: 'infra' }], hostnames: ['demo.x'] },
      tcp: {
        kind: 'TCPRoute',
        parentRefs: [{ name: 'gw', namespace: 'infra' }],
        hostnames: ['no'],
      },
    },
  }),
  serviceMonitor: withMain({
    service,
    serviceMonitor: { main: { endpoints: [{ port: 'http' }] } },
  }),
  configuration: withMain({
    configMaps: {
      main: { data: { 'a.conf': 'x {{ .Release.Name }}' } },
      out: { data: { a: 'b' }, includeInChecksum: false },
    },
    secrets: { main: { stringData: { token: 't' }, type: 'Opaque' } },
  }),
  rbac: withMain({
    serviceAccount: { main: {} },
    rbac: {
      roles: {
        main: {
          type: 'ClusterRole',
          rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
        },
      },
      bindings: {
        main: {
          type: 'ClusterRoleBinding',
          roleRef: { identifier: 'main' },
          subjects: [{ identifier: 'main' }, { identifier: 'main' }],
        },
      },
    },
  }),
  networkPolicy: withMain({
    networkpolicies: {
      main: { controller: 'main', policyTypes: ['Ingress'], rules: { ingress: [{}], egress: [] } },
    },
  }),
  rawResource: withMain({
    rawResources: {
      main: {
        apiVersion: 'x.io/v1',
        kind: 'Thing',
        spec: { spec: { name: '{{ .Release.Name }}' } },
      },
    },
  }),
};

describe.skipIf(!hasNix)('resources', () => {
  let rendered: Record<string, Rendered>;
  beforeAll(() => {
    rendered = renderAll(cases);
  });
  const only = (name: keyof typeof cases, kind: string): KubernetesObject =>
    ofKind(rendered[name], kind)[0] ?? expect.fail(`no ${kind}`);

  it('come in a fixed order', () => {
    expect(rendered['order']?.objects?.map((object) => object.kind)).toEqual([
      'PersistentVolumeClaim',
      'ServiceAccount',
      'ConfigMap',
      'Deployment',
      'Service',
      'Ingress',
      'Secret',
    ]);
  });

  it('volumes and mounts of every type', () => {
    const pod = only('persistence', 'Deployment') as {
      spec?: { template?: { spec?: Record<string, unknown> } };
    };
    expect(pod.spec?.template?.spec).toMatchObject({
      volumes: [
        { name: 'cache', emptyDir: { sizeLimit: '1Gi' } },
        { name: 'data', persistentVolumeClaim: { claimName: 'demo' } },
        { name: 'elsewhere', emptyDir: {} },
        { name: 'files', configMap: { name: 'demo-files' } },
        { name: 'host', hostPath: { path: '/dev/dri' } },
        { name: 'share', nfs: { server: 'nas', path: '/media' } },
        { name: 'tools', image: { reference: 'ghcr.io/x/tools:1' } },
        { name: 'wild', downwardAPI: { items: [] } },
      ],
      containers: [
        {
          volumeMounts: [
            { name: 'cache', mountPath: '/cache' },
            { name: 'data', mountPath: '/data' },
            { name: 'files', mountPath: '/etc/x', subPath: 'x', readOnly: true },
            { name: 'host', mountPath: '/dev/dri' },
            { name: 'share', mountPath: '/a' },
            { name: 'share', mountPath: '/b' },
            { name: 'tools', mountPath: '/tools' },
            { name: 'wild', mountPath: '/wild' },
          ],
        },
      ],
    });
    expect(only('persistence', 'PersistentVolumeClaim')).toMatchObject({
      metadata: { annotations: { 'helm.sh/resource-policy': 'keep' } },
      spec: { storageClassName: '', accessModes: ['ReadWriteOnce'] },
    });
  });

  it('Service: ports, fields of its type only', () => {
    const found = only('service', 'Service');
    expect(found).toMatchObject({
      metadata: {
        annotations: { 'a.b/c': 'apps' },
        labels: { 'app.kubernetes.io/service': 'demo' },
      },
      spec: {
        type: 'LoadBalancer',
        loadBalancerIP: '10.0.0.1',
        allocateLoadBalancerNodePorts: false,
        ports: [
          { name: 'dns', port: 53, targetPort: 53, protocol: 'UDP' },
          { name: 'web', port: 80, targetPort: 'http', protocol: 'TCP' },
        ],
      },
    });
    expect(found['spec']).not.toHaveProperty('clusterIP');
  });

  it('Ingress: the only Service and its primary port', () => {
    expect(only('ingress', 'Ingress')['spec']).toEqual({
      ingressClassName: 'nginx',
      rules: [
        {
          host: 'demo.x',
          http: {
            paths: [
              {
                path: '/a',
                pathType: 'Exact',
                backend: { service: { name: 'demo', port: { number: 8080 } } },
              },
            ],
          },
        },
      ],
      tls: [{ hosts: ['demo.x'], secretName: 'tls' }],
    });
  });

  it('routes: the version that the cluster offers, one rule to the only Service', () => {
    expect(only('route', 'HTTPRoute')).toMatchObject({
      apiVersion: 'gateway.networking.k8s.io/v1',
      spec: {
        hostnames: ['demo.x'],
        parentRefs: [
          { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'gw', namespace: 'infra' },
        ],
        rules: [
          {
            backendRefs: [
              {
                group: '',
                kind: 'Service',
                name: 'demo',
                namespace: 'apps',
                port: 8080,
                weight: 1,
              },
            ],
          },
        ],
      },
    });
    const tcp = only('route', 'TCPRoute');
    expect(tcp.apiVersion).toBe('gateway.networking.k8s.io/v1alpha2');
    expect(tcp['spec']).not.toHaveProperty('hostnames');
  });

  it('ServiceMonitor: finds its Service by labels', () => {
    expect(only('serviceMonitor', 'ServiceMonitor')['spec']).toMatchObject({
      jobLabel: 'demo',
      namespaceSelector: { matchNames: ['apps'] },
      selector: { matchLabels: { 'app.kubernetes.io/service': 'demo' } },
      endpoints: [{ port: 'http' }],
    });
  });

  it('ConfigMap and Secret: templates in the data, sums at the pod', () => {
    expect(ofKind(rendered['configuration'], 'ConfigMap')).toMatchObject([
      { metadata: { name: 'demo-main' }, data: { 'a.conf': 'x demo' } },
      { metadata: { name: 'demo-out' } },
    ]);
    expect(only('configuration', 'Secret')).toMatchObject({
      type: 'Opaque',
      stringData: { token: 't' },
    });
    expect(only('configuration', 'Deployment')['spec']).toMatchObject({
      template: {
        metadata: {
          annotations: {
            'checksum/configMaps': sha256(`main: ${sha256('a.conf: x {{ .Release.Name }}')}`),
            'checksum/secrets': sha256(`main: ${sha256('token: t')}`),
          },
        },
      },
    });
  });

  it('ServiceAccount: a token Secret beside it', () => {
    expect(only('order', 'ServiceAccount')['secrets']).toEqual([{ name: 'demo-main-sa-token' }]);
    expect(only('order', 'Secret')).toMatchObject({
      type: 'kubernetes.io/service-account-token',
      metadata: { annotations: { 'kubernetes.io/service-account.name': 'demo' } },
    });
  });

  it('roles and bindings: references, duplicates removed, no namespace on cluster-scoped ones', () => {
    expect(only('rbac', 'ClusterRole').metadata).not.toHaveProperty('namespace');
    expect(only('rbac', 'ClusterRoleBinding')).toMatchObject({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'demo' },
      subjects: [{ kind: 'ServiceAccount', name: 'demo', namespace: 'apps' }],
    });
  });

  it('NetworkPolicy: the pods of a controller, empty rules left out', () => {
    expect(only('networkPolicy', 'NetworkPolicy')['spec']).toEqual({
      podSelector: {
        matchLabels: {
          'app.kubernetes.io/controller': 'main',
          'app.kubernetes.io/instance': 'demo',
          'app.kubernetes.io/name': 'demo',
        },
      },
      policyTypes: ['Ingress'],
      ingress: [{}],
    });
  });

  it('rawResources: the body stands at the top level', () => {
    expect(only('rawResource', 'Thing')).toMatchObject({
      apiVersion: 'x.io/v1',
      spec: { name: 'demo' },
    });
  });
});
