import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { brief, findingsIn } from './check.ts';
import { registryOf } from './registry.ts';

const registry = await registryOf('1.28');

function object(apiVersion: string, kind: string, rest: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: 'x' }, ...rest };
}

const CONTAINER = { name: 'c', image: 'i' };
const pod = (spec: JsonObject) =>
  object('v1', 'Pod', { spec: { containers: [CONTAINER], ...spec } });
const container = (rest: JsonObject) => pod({ containers: [{ ...CONTAINER, ...rest }] });
const port = (rest: JsonObject) => container({ ports: [{ containerPort: 80, ...rest }] });
const probe = (of: JsonObject) => container({ livenessProbe: { httpGet: of } });
const variable = (rest: JsonObject) => container({ env: [{ name: 'A', ...rest }] });
const service = (spec: JsonObject) =>
  object('v1', 'Service', { spec: { ports: [{ port: 80 }], ...spec } });
const servicePort = (rest: JsonObject) => service({ ports: [{ port: 80, ...rest }] });
const ingress = (host: string, path: string) => {
  const paths = [{ path, pathType: 'Prefix', backend: { resource: { kind: 'A', name: 'a' } } }];
  return object('networking.k8s.io/v1', 'Ingress', {
    spec: { rules: [{ host, http: { paths } }] },
  });
};
const JOB = {
  spec: { template: { spec: { restartPolicy: 'Never', containers: [CONTAINER] } } },
};
const schedule = (text: string) =>
  object('batch/v1', 'CronJob', { spec: { schedule: text, jobTemplate: JOB } });
const volume = (rest: JsonObject) => pod({ volumes: [{ name: 'v', ...rest }] });
const claim = (spec: JsonObject) =>
  object('v1', 'PersistentVolumeClaim', {
    spec: { resources: { requests: { storage: '1Gi' } }, ...spec },
  });
const surge = (maxSurge: Json) => {
  const strategy = { rollingUpdate: { maxSurge } };
  const template = { spec: { containers: [CONTAINER] } };
  const selector = { matchLabels: { a: 'b' } };
  return object('apps/v1', 'Deployment', { spec: { selector, template, strategy } });
};

/** What is checked · wrong · where it is found · right, and at the edge of it. */
const CASES: readonly (readonly [string, JsonObject, string, ...JsonObject[]])[] = [
  [
    'container name',
    container({ name: 'My_app' }),
    'format /spec/containers/0/name',
    container({ name: '0-a' }),
  ],
  [
    'finalizer',
    object('v1', 'ConfigMap', { metadata: { name: 'x', finalizers: ['a b'] } }),
    'format /metadata/finalizers/0',
    object('v1', 'ConfigMap', { metadata: { name: 'x', finalizers: ['orphan', 'a.b/c'] } }),
  ],
  [
    'modes of a driver',
    object('storage.k8s.io/v1', 'CSIDriver', { spec: { volumeLifecycleModes: ['persistent'] } }),
    'value /spec/volumeLifecycleModes/0',
    object('storage.k8s.io/v1', 'CSIDriver', { spec: { volumeLifecycleModes: ['Persistent'] } }),
  ],
  [
    'address of an endpoint',
    object('v1', 'Endpoints', { subsets: [{ addresses: [{ ip: 'a' }] }] }),
    'format /subsets/0/addresses/0/ip',
    object('v1', 'Endpoints', { subsets: [{ addresses: [{ ip: '10.0.0.1' }] }] }),
  ],
  [
    'null for a variable, which is one without a name',
    container({ env: [null] }),
    'required /spec/containers/0/env/0/name',
    container({ env: null, args: [null] }),
  ],
  [
    'pull policy',
    container({ imagePullPolicy: 'always' }),
    'value /spec/containers/0/imagePullPolicy',
    container({ imagePullPolicy: 'Always' }),
    container({ imagePullPolicy: '' }),
  ],
  [
    'image',
    container({ image: 'a:1 ' }),
    'format /spec/containers/0/image',
    container({ image: 'a:1' }),
  ],
  [
    'port name of 16',
    port({ name: 'a234567890123456' }),
    'format /spec/containers/0/ports/0/name',
    port({ name: 'a23456789012345' }),
  ],
  [
    'port name of digits',
    port({ name: '8080' }),
    'format /spec/containers/0/ports/0/name',
    port({ name: '8080-a' }),
  ],
  [
    'container port',
    port({ containerPort: 65536 }),
    'value /spec/containers/0/ports/0/containerPort',
    port({ containerPort: 65535 }),
  ],
  [
    'protocol',
    port({ protocol: 'tcp' }),
    'value /spec/containers/0/ports/0/protocol',
    port({ protocol: 'SCTP' }),
  ],
  [
    'probe port as text',
    probe({ port: '8080' }),
    'format /spec/containers/0/livenessProbe/httpGet/port',
    probe({ port: 'http' }),
    probe({ port: 8080 }),
  ],
  [
    'probe port',
    probe({ port: 0 }),
    'value /spec/containers/0/livenessProbe/httpGet/port',
    probe({ port: 1 }),
  ],
  [
    'variable',
    variable({ name: 'A=B' }),
    'format /spec/containers/0/env/0/name',
    variable({ name: 'A.b-C' }),
  ],
  [
    'field',
    variable({ valueFrom: { fieldRef: { fieldPath: 'status.podIp' } } }),
    'format /spec/containers/0/env/0/valueFrom/fieldRef/fieldPath',
    variable({ valueFrom: { fieldRef: { fieldPath: "metadata.labels['a.b/c']" } } }),
  ],
  [
    'negative memory',
    container({ resources: { limits: { memory: '-1Gi' } } }),
    'format /spec/containers/0/resources/limits/memory',
    container({ resources: { limits: { memory: '1Gi', cpu: 0.5 } } }),
  ],
  [
    'mode in decimal',
    volume({ secret: { secretName: 's', defaultMode: 644 } }),
    'value /spec/volumes/0/secret/defaultMode',
    volume({ secret: { secretName: 's', defaultMode: 420 } }),
  ],
  [
    'inner path',
    volume({ configMap: { name: 'c', items: [{ key: 'a', path: '../a' }] } }),
    'format /spec/volumes/0/configMap/items/0/path',
    volume({ configMap: { name: 'c', items: [{ key: 'a', path: 'b/..a' }] } }),
  ],
  [
    'node label',
    pod({ nodeSelector: { a: 'b c' } }),
    'format /spec/nodeSelector/a',
    pod({ nodeSelector: { a: '' } }),
  ],
  [
    'toleration',
    pod({ tolerations: [{ key: 'a', operator: 'Exist' }] }),
    'value /spec/tolerations/0/operator',
    pod({ tolerations: [{ operator: 'Exists' }] }),
  ],
  [
    'Service type',
    service({ type: 'Loadbalancer' }),
    'value /spec/type',
    service({ type: 'LoadBalancer' }),
  ],
  ['Service port', servicePort({ port: 0 }), 'value /spec/ports/0/port', servicePort({ port: 1 })],
  [
    'target port as text',
    servicePort({ targetPort: '80' }),
    'format /spec/ports/0/targetPort',
    servicePort({ targetPort: 'web' }),
  ],
  [
    'address as host',
    ingress('10.0.0.1', '/'),
    'format /spec/rules/0/host',
    ingress('*.a.org', '/'),
  ],
  ['path', ingress('a.org', 'a'), 'format /spec/rules/0/http/paths/0/path', ingress('', '/')],
  [
    'schedule',
    schedule('0 3 * *'),
    'format /spec/schedule',
    schedule('*/5 0-6 * JAN MON-FRI'),
    schedule('@every 1h30m'),
  ],
  [
    'access mode',
    claim({ accessModes: ['RWO'] }),
    'value /spec/accessModes/0',
    claim({ accessModes: ['ReadWriteOncePod'] }),
  ],
  ['surge', surge('25'), 'format /spec/strategy/rollingUpdate/maxSurge', surge('25%'), surge(1)],
];

const NAMED = CASES.map(([title, wrong, place, ...right]) => ({ title, wrong, place, right }));

test.each(NAMED)('$title', ({ wrong, place, right }) => {
  expect(brief(findingsIn(registry, { 'x.yaml': [wrong] }))).toEqual([`schema/${place}`]);
  for (const object_ of right)
    expect(brief(findingsIn(registry, { 'x.yaml': [object_] }))).toEqual([]);
});

test('a placeholder may become whatever is wanted', () => {
  const spec = { type: 'ref+sops://s.yaml#type' };
  expect(brief(findingsIn(registry, { 'x.yaml': [service(spec)] }))).toEqual([]);
});
