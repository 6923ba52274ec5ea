// Objects as a homelab has them, all different, in the proportions of a real tree; what they name is there.
export function makeObjects(count) {
  const kinds = MAKERS.length;
  return Array.from({ length: count }, (_, index) =>
    MAKERS[index % kinds](Math.floor(index / kinds)),
  );
}

const labels = (index) => ({
  'app.kubernetes.io/name': `app-${index}`,
  'app.kubernetes.io/instance': `app-${index}`,
});

const meta = (index) => ({
  name: `app-${index}`,
  namespace: `ns-${index % 40}`,
  labels: labels(index),
  annotations: { 'kubenix/project-name': 'bench', 'kubenix/k8s-version': '1.32' },
});

const container = (index, port = 8080) => ({
  name: 'main',
  image: `registry.example/app-${index}:1.${index}`,
  env: Array.from({ length: 8 }, (_, n) => ({ name: `VARIABLE_${n}`, value: `${index}-${n}` })),
  ports: [{ name: 'http', containerPort: port, protocol: 'TCP' }],
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '1Gi' } },
  livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 10 },
  volumeMounts: [
    { name: 'data', mountPath: '/data' },
    { name: 'config', mountPath: '/etc/app', readOnly: true },
  ],
});

const workload = (kind) => (index) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: meta(index),
  spec: {
    replicas: 1,
    selector: { matchLabels: labels(index) },
    ...(kind === 'StatefulSet' ? { serviceName: `app-${index}` } : {}),
    template: {
      metadata: { labels: labels(index) },
      spec: {
        containers: [container(index), { ...container(index, 8081), name: 'sidecar' }],
        securityContext: { runAsNonRoot: true, fsGroup: 1000 },
        volumes: [
          { name: 'data', persistentVolumeClaim: { claimName: `app-${index}` } },
          { name: 'config', configMap: { name: `app-${index}` } },
        ],
      },
    },
  },
});

const simple = (apiVersion, kind, rest) => (index) => ({
  ...{ apiVersion, kind, metadata: meta(index) },
  ...rest(index),
});

const MAKERS = [
  workload('Deployment'),
  workload('StatefulSet'),
  simple('v1', 'Service', (index) => ({
    spec: {
      selector: labels(index),
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  })),
  simple('v1', 'ConfigMap', (index) => ({ data: { 'config.yaml': `id: ${index}\n`.repeat(20) } })),
  simple('v1', 'Secret', () => ({ data: { key: 'c2VjcmV0'.repeat(8) }, type: 'Opaque' })),
  simple('networking.k8s.io/v1', 'Ingress', (index) => ({
    spec: {
      rules: [
        {
          host: `app-${index}.example.org`,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: `app-${index}`, port: { name: 'http' } } },
              },
            ],
          },
        },
      ],
    },
  })),
  simple('v1', 'PersistentVolumeClaim', () => ({
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
  })),
];
