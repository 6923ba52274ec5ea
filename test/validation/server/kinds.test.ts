import type { JsonObject } from '../../../src/core/json.ts';
import { registryOf } from '../registry.ts';
import { objectOf, testRefused } from './refused.ts';

const JOB = {
  template: { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'i' }] } },
};
const schedule = (text: string, timeZone?: string) =>
  objectOf('batch/v1', 'CronJob', {
    spec: {
      schedule: text,
      jobTemplate: { spec: JOB },
      ...(timeZone === undefined ? {} : { timeZone }),
    },
  });
const ingress = (annotations: JsonObject) => ({
  ...objectOf('networking.k8s.io/v1', 'Ingress', {
    spec: {
      ingressClassName: 'a',
      defaultBackend: { service: { name: 's', port: { number: 80 } } },
    },
  }),
  metadata: { name: 'x', namespace: 'n', annotations },
});
const except = (...ranges: string[]) =>
  objectOf('networking.k8s.io/v1', 'NetworkPolicy', {
    spec: {
      podSelector: {},
      egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/16', except: ranges } }] }],
    },
  });
const binding = (subject: JsonObject) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: 'x' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
  subjects: [{ kind: 'ServiceAccount', name: 'a', ...subject }],
});
const cluster = (apiVersion: string, kind: string, rest: JsonObject) => ({
  ...{ apiVersion, kind },
  metadata: { name: 'x' },
  ...rest,
});
const definition = (schema: JsonObject, more: JsonObject = {}) => ({
  ...cluster('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
    spec: {
      ...{ group: 'a.org', scope: 'Namespaced', names: { kind: 'B', plural: 'bs' } },
      versions: [
        { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema }, ...more },
      ],
    },
  }),
  metadata: { name: 'bs.a.org' },
});
const field = (schema: JsonObject) => definition({ type: 'object', properties: { a: schema } });
const ROOT = '/spec/versions/0/schema/openAPIV3Schema';
const webhook = (rest: JsonObject) =>
  cluster('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
    webhooks: [
      {
        ...{ name: 'a.b.c', sideEffects: 'None', admissionReviewVersions: ['v1'] },
        clientConfig: { url: 'https://a.org/b' },
        ...rest,
      },
    ],
  });
const policy = (expression: string) =>
  cluster('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', {
    spec: {
      matchConstraints: {
        resourceRules: [
          { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] },
        ],
      },
      validations: [{ expression }],
    },
  });
const quota = (scopes: string[], hard: JsonObject) =>
  objectOf('v1', 'ResourceQuota', { spec: { scopes, hard } });
const metric = (selector: JsonObject) =>
  objectOf('autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: {
      ...{
        maxReplicas: 2,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' },
      },
      metrics: [
        {
          type: 'External',
          external: { metric: { name: 'm', selector }, target: { type: 'Value', value: '1' } },
        },
      ],
    },
  });

testRefused(await registryOf('1.36'), [
  [
    'a time zone in a schedule',
    schedule('TZ=Europe/Lisbon 0 3 * * *'),
    'format /spec/schedule',
    schedule('0 3 * * *', 'Europe/Lisbon'),
  ],
  ['another time zone in a schedule', schedule('CRON_TZ=UTC 0 3 * * *'), 'format /spec/schedule'],
  [
    'a class of an Ingress, twice',
    ingress({ 'kubernetes.io/ingress.class': 'b' }),
    'conflict /spec/ingressClassName',
    ingress({}),
  ],
  [
    'an exception outside of the range',
    except('10.1.0.0/24'),
    'conflict /spec/egress/0/to/0/ipBlock/except/0',
    except('10.0.1.0/24'),
  ],
  [
    'an account without a namespace',
    binding({}),
    'required /subjects/0/namespace',
    binding({ namespace: 'n' }),
  ],
  [
    'a field without a type',
    field({ description: 'a' }),
    `required ${ROOT}/properties/a/type`,
    field({ type: 'string' }),
    field({ 'x-kubernetes-preserve-unknown-fields': true }),
  ],
  [
    'a key of a list that may be absent',
    field({
      ...{ type: 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['k'] },
      items: { type: 'object', properties: { k: { type: 'string' } } },
    }),
    `required ${ROOT}/properties/a/items/properties/k/default`,
    field({
      ...{ type: 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['k'] },
      items: { type: 'object', properties: { k: { type: 'string', default: '' } } },
    }),
  ],
  [
    'a default that does not fit',
    field({ type: 'integer', default: 'a' }),
    `conflict ${ROOT}/properties/a/default`,
    field({ type: 'integer', default: 1 }),
  ],
  [
    'a rule that is no expression',
    field({ type: 'string', 'x-kubernetes-validations': [{ rule: 'self.size( > 3' }] }),
    `conflict ${ROOT}/properties/a/x-kubernetes-validations/0/rule`,
    field({ type: 'string', 'x-kubernetes-validations': [{ rule: 'self.size() > 3' }] }),
  ],
  [
    'a root that says more beside its status',
    definition({ type: 'object', oneOf: [{ required: ['a'] }] }, { subresources: { status: {} } }),
    `conflict ${ROOT}/oneOf`,
    definition({ type: 'object', oneOf: [{ required: ['a'] }] }),
  ],
  [
    'a webhook for half a minute and more',
    webhook({ timeoutSeconds: 31 }),
    'value /webhooks/0/timeoutSeconds',
    webhook({ timeoutSeconds: 30 }),
  ],
  [
    'an expression that is none',
    policy('object.spec.a b'),
    'format /spec/validations/0/expression',
    policy('has(object.spec.a) && object.spec.a.all(x, x in ["b"])'),
  ],
  [
    'scopes that exclude each other',
    quota(['BestEffort', 'NotBestEffort'], { pods: 1 }),
    'conflict /spec/scopes',
    quota(['BestEffort'], { pods: 1 }),
  ],
  [
    'a priority that the system has',
    cluster('scheduling.k8s.io/v1', 'PriorityClass', { value: 1_000_000_001 }),
    'conflict /value',
    cluster('scheduling.k8s.io/v1', 'PriorityClass', { value: 1_000_000_000 }),
  ],
  [
    'a target that measures nothing',
    objectOf('autoscaling/v1', 'HorizontalPodAutoscaler', {
      spec: {
        maxReplicas: 0,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' },
      },
    }),
    'value /spec/maxReplicas',
    metric({ matchLabels: { 'a b': 'what the adapter wants' } }),
  ],
  [
    'a Secret for a registry that is no mapping',
    objectOf('v1', 'Secret', {
      type: 'kubernetes.io/dockerconfigjson',
      stringData: { '.dockerconfigjson': '"a"' },
    }),
    'format /stringData/.dockerconfigjson',
    objectOf('v1', 'Secret', {
      type: 'kubernetes.io/dockerconfigjson',
      stringData: { '.dockerconfigjson': '{"auths":{}}' },
    }),
  ],
  [
    'a drive for two',
    cluster('v1', 'PersistentVolume', {
      spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, local: { path: '/a' } },
    }),
    'required /spec/nodeAffinity',
    cluster('v1', 'PersistentVolume', {
      spec: {
        accessModes: ['ReadWriteOnce'],
        capacity: { storage: '1Gi' },
        hostPath: { path: '/a' },
      },
    }),
  ],
]);
