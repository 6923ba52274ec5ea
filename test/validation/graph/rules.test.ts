import { expect, test } from 'vitest';
import { brief, fileOf, findingsIn } from '../tree-of.ts';

/** A Deployment `web` of namespace `apps`, with the pod spec given, its objects around it. */
function deployment(spec: string, more = ''): string {
  const indented = spec
    .trim()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: apps }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
${indented}
${more === '' ? '' : `---\n${more}`}`;
}

const object = (kind: string, name: string, rest = '') =>
  `apiVersion: ${APIS[kind] ?? 'v1'}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: apps }\n${rest}`;
const APIS: Readonly<Record<string, string>> = {
  Ingress: 'networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  Gateway: 'gateway.networking.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  PodDisruptionBudget: 'policy/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  ServiceMonitor: 'monitoring.coreos.com/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  HelmRelease: 'helm.toolkit.fluxcd.io/v2',
  HelmRepository: 'source.toolkit.fluxcd.io/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
  StorageClass: 'storage.k8s.io/v1',
};

const container = (rest: string) => `containers:\n  - name: main\n    image: i\n${rest}`;
const envFrom = (kind: string, name: string) =>
  container(`    envFrom: [ { ${kind}: { name: ${name} } } ]`);
const CONTAINER = '/spec/template/spec/containers/0';
const service = (ports: string, rest = '') =>
  object('Service', 'web', `spec: { selector: { app: web }, ports: [ ${ports} ] ${rest} }`);
const backend = (name: string, port: string) =>
  object(
    'Ingress',
    'web',
    `spec: { rules: [ { http: { paths: [ { backend: { service: { name: ${name}, port: ${port} } } } ] } } ] }`,
  );
const PORTS = container('    ports: [ { name: http, containerPort: 80 } ]');

/** Rule · what is wrong · where it is found · the same made right. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  [
    'error graph/missing-secret',
    deployment(envFrom('secretRef', 'web')),
    `Deployment apps/web ${CONTAINER}/envFrom/0/secretRef/name`,
    deployment(envFrom('secretRef', 'web'), object('Secret', 'web')),
  ],
  [
    'error graph/missing-config-map',
    deployment(
      'volumes: [ { name: v, projected: { sources: [ { configMap: { name: web } } ] } } ]',
    ),
    'Deployment apps/web /spec/template/spec/volumes/0/projected/sources/0/configMap/name',
    deployment(
      'volumes: [ { name: v, projected: { sources: [ { configMap: { name: web } } ] } } ]',
      object('ConfigMap', 'web'),
    ),
  ],
  [
    'error graph/missing-claim',
    deployment('volumes: [ { name: v, persistentVolumeClaim: { claimName: web } } ]'),
    'Deployment apps/web /spec/template/spec/volumes/0/persistentVolumeClaim/claimName',
    deployment(
      'volumes: [ { name: v, persistentVolumeClaim: { claimName: web } } ]',
      object('PersistentVolumeClaim', 'web'),
    ),
  ],
  [
    'error graph/missing-service-account',
    deployment('serviceAccountName: web'),
    'Deployment apps/web /spec/template/spec/serviceAccountName',
    deployment('serviceAccountName: web', object('ServiceAccount', 'web')),
  ],
  [
    'error graph/missing-service',
    backend('web', '{ number: 80 }'),
    'Ingress apps/web /spec/rules/0/http/paths/0/backend/service/name',
    `${backend('web', '{ number: 80 }')}\n---\n${deployment(PORTS, service('{ port: 80 }'))}`,
  ],
  [
    'error graph/missing-class',
    deployment('priorityClassName: hihg', object('PriorityClass', 'high')),
    'Deployment apps/web /spec/template/spec/priorityClassName',
    deployment('priorityClassName: high', object('PriorityClass', 'high')),
  ],
  [
    'error graph/missing-role',
    object('RoleBinding', 'web', 'roleRef: { kind: Role, name: web }'),
    'RoleBinding apps/web /roleRef/name',
    `${object('RoleBinding', 'web', 'roleRef: { kind: Role, name: web }')}\n---\n${object('Role', 'web')}`,
  ],
  [
    'error graph/missing-gateway',
    object('HTTPRoute', 'web', 'spec: { parentRefs: [ { name: edge } ] }'),
    'HTTPRoute apps/web /spec/parentRefs/0/name',
    `${object('HTTPRoute', 'web', 'spec: { parentRefs: [ { name: edge } ] }')}\n---\n${object('Gateway', 'edge')}`,
  ],
  [
    'error graph/missing-workload',
    object(
      'HorizontalPodAutoscaler',
      'web',
      'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }',
    ),
    'HorizontalPodAutoscaler apps/web /spec/scaleTargetRef/name',
    deployment(
      PORTS,
      object(
        'HorizontalPodAutoscaler',
        'web',
        'spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }',
      ),
    ),
  ],
  [
    'error graph/missing-flux-object',
    object(
      'HelmRelease',
      'web',
      'spec: { chart: { spec: { sourceRef: { kind: HelmRepository, name: c } } } }',
    ),
    'HelmRelease apps/web /spec/chart/spec/sourceRef/name',
    `${object(
      'HelmRelease',
      'web',
      'spec: { chart: { spec: { sourceRef: { kind: HelmRepository, name: c } } } }',
    )}\n---\n${object('HelmRepository', 'c')}`,
  ],
  [
    'error graph/missing-key',
    deployment(
      container('    env: [ { name: A, valueFrom: { secretKeyRef: { name: web, key: tokn } } } ]'),
      object('Secret', 'web', 'stringData: { token: x }'),
    ),
    `Deployment apps/web ${CONTAINER}/env/0/valueFrom/secretKeyRef/key`,
    deployment(
      container('    env: [ { name: A, valueFrom: { secretKeyRef: { name: web, key: token } } } ]'),
      object('Secret', 'web', 'stringData: { token: x }'),
    ),
  ],
  [
    'error graph/missing-port',
    `${deployment(PORTS, service('{ port: 80 }'))}\n---\n${backend('web', '{ number: 81 }')}`,
    'Ingress apps/web /spec/rules/0/http/paths/0/backend/service/port/number',
    `${deployment(PORTS, service('{ port: 80, name: http }'))}\n---\n${backend('web', '{ name: http }')}`,
  ],
  [
    'error graph/missing-port',
    deployment(PORTS, service('{ port: 80, targetPort: htpt }')),
    'Service apps/web /spec/ports/0/targetPort',
    deployment(PORTS, service('{ port: 80, targetPort: http }')),
  ],
  [
    'error graph/missing-port',
    deployment(PORTS, service('{ port: 80, targetPort: htpt }')),
    'Service apps/web /spec/ports/0/targetPort',
    deployment(PORTS, service('{ port: 80, targetPort: "" }')),
  ],
  [
    'warning graph/missing-port',
    deployment(PORTS, service('{ port: 80, targetPort: 8080 }')),
    'Service apps/web /spec/ports/0/targetPort',
    deployment(container(''), service('{ port: 80, targetPort: 8080 }')),
  ],
  [
    'warning graph/selects-nothing',
    service('{ port: 80 }'),
    'Service apps/web /spec/selector',
    deployment(PORTS, service('{ port: 80 }')),
  ],
  [
    'warning graph/selects-nothing',
    object('PodDisruptionBudget', 'web', 'spec: { selector: { matchLabels: { app: web } } }'),
    'PodDisruptionBudget apps/web /spec/selector',
    deployment(
      PORTS,
      object('PodDisruptionBudget', 'web', 'spec: { selector: { matchLabels: { app: web } } }'),
    ),
  ],
  [
    'warning graph/selects-nothing',
    object('ServiceMonitor', 'web', 'spec: { selector: { matchLabels: { app: web } } }'),
    'ServiceMonitor apps/web /spec/selector',
    object('ServiceMonitor', 'web', 'spec: { selector: {} }'),
  ],
  [
    'error graph/selector-mismatch',
    deployment(PORTS).replace('matchLabels: { app: web }', 'matchLabels: { app: wbe }'),
    'Deployment apps/web /spec/selector',
    deployment(PORTS),
  ],
  [
    'error graph/missing-volume',
    deployment(
      container('    volumeMounts: [ { name: data, mountPath: /d } ]') +
        '\nvolumes: [ { name: date, emptyDir: {} } ]',
    ),
    `Deployment apps/web ${CONTAINER}/volumeMounts/0/name`,
    deployment(
      container('    volumeMounts: [ { name: data, mountPath: /d } ]') +
        '\nvolumes: [ { name: data, emptyDir: {} } ]',
    ),
  ],
  [
    'error graph/probe-port',
    deployment(`${PORTS}\n    livenessProbe: { httpGet: { port: htpt } }`),
    `Deployment apps/web ${CONTAINER}/livenessProbe/httpGet/port`,
    deployment(`${PORTS}\n    livenessProbe: { httpGet: { port: http } }`),
  ],
  [
    'error graph/duplicate-port',
    deployment(PORTS, service('{ name: a, port: 80 }, { name: b, port: 80 }')),
    'Service apps/web /spec/ports/1/port',
    deployment(PORTS, service('{ name: a, port: 53 }, { name: b, port: 53, protocol: UDP }')),
  ],
  [
    'error graph/shared-address',
    loadBalancers({ ips: '10.0.0.2', ports: [80, 81] }),
    'Service apps/b /metadata/annotations/lbipam.cilium.io~1ips',
    loadBalancers({ ips: '10.0.0.2', ports: [80, 81], key: 'k' }),
  ],
  [
    'error graph/shared-address',
    loadBalancers({ ips: '10.0.0.2', ports: [80, 80], key: 'k' }),
    'Service apps/b /metadata/annotations/lbipam.cilium.io~1ips',
    loadBalancers({ ips: '10.0.0.2', ports: [80, 81], key: 'k' }),
  ],
];

interface Balancers {
  readonly ips: string;
  readonly ports: readonly number[];
  readonly key?: string;
}

function loadBalancers({ ips, ports, key }: Balancers): string {
  const sharing = key === undefined ? '' : `, lbipam.cilium.io/sharing-key: ${key}`;
  return ports
    .map(
      (port, index) => `apiVersion: v1
kind: Service
metadata:
  name: ${'ab'[index] ?? 'c'}
  namespace: apps
  annotations: { lbipam.cilium.io/ips: ${ips}${sharing} }
spec: { type: LoadBalancer, ports: [ { port: ${port} } ] }`,
    )
    .join('\n---\n');
}

const rules = { 'secret/*': 'off' } as const;

test.each(CASES)('%s', (code, bad, place, good) => {
  expect(brief(findingsIn([fileOf(bad)], { rules }))).toEqual([`${code} ${place}`]);
  expect(brief(findingsIn([fileOf(good)], { rules }))).toEqual([]);
});

const monitor = (kind: string, labels: string, namespaces = '') =>
  fileOf(object(kind, 'm', `spec: { selector: { matchLabels: ${labels} } ${namespaces} }`));
const prometheus = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: k8s, namespace: apps }
---
`;
const POLICY = 'spec: { podSelector: { matchLabels: { app.kubernetes.io/instance: k8s } } }';

test.each([
  ['pods that an operator makes', fileOf(prometheus + object('NetworkPolicy', 'n', POLICY))],
  [
    'the Service of the API servers',
    monitor(
      'ServiceMonitor',
      '{ component: apiserver, provider: kubernetes }',
      ', namespaceSelector: { matchNames: [ default ] }',
    ),
  ],
  ['a name that Flux completes', fileOf(deployment(envFrom('secretRef', '"${APP}-secret"')))],
])('silent: %s', (_title, file) => {
  expect(
    brief(findingsIn([file, fileOf('{ kind: Pod, metadata: { name: p } }')], { rules })),
  ).toEqual([]);
});
