import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { brief, findingsIn } from './check.ts';
import { registryOf } from './registry.ts';

const registry = await registryOf();

function deployment(spec: JsonObject, container: JsonObject = {}): JsonObject {
  const labels = { app: 'a' };
  const containers = [{ name: 'a', image: 'a:1', ...container }];
  const template = { metadata: { labels }, spec: { containers } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a', namespace: 'apps' },
    spec: { selector: { matchLabels: labels }, template, ...spec },
  };
}

function object(apiVersion: string, kind: string, rest: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: 'x', namespace: 'apps' }, ...rest };
}

const find = (...objects: Json[]) => findingsIn(registry, { 'a.yaml': objects });
const CONTAINER = '/spec/template/spec/containers/0';

test.each([
  [
    'an integer as text',
    deployment({ replicas: '1' }),
    'spec.replicas must be an integer, got the string "1"',
    'write 1, without quotes',
  ],
  [
    'a misspelt field',
    deployment({}, { ports: [{ containerport: 80, containerPort: 80 }] }),
    'spec.template.spec.containers[0].ports[0].containerport is no field of ContainerPort',
    'did you mean containerPort?',
  ],
  [
    'a number where text is wanted',
    deployment({}, { env: [{ name: 'A', value: 1 }] }),
    'spec.template.spec.containers[0].env[0].value must be a string, got the integer 1',
    'write "1", with quotes',
  ],
  [
    'a missing field',
    deployment({}, { ports: [{}] }),
    'spec.template.spec.containers[0].ports[0].containerPort is missing: it is required in every ContainerPort',
    undefined,
  ],
])('says what is wrong and what to write: %s', (_title, value, message, help) => {
  const [found, ...more] = find(value);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ severity: 'error', message, object: 'Deployment apps/a' });
  expect(found?.help).toBe(help);
});

test.each<[string, Json, string[]]>([
  ['a list for a mapping', deployment({ template: [] }), ['schema/type /spec/template']],
  ['a mapping for a list', deployment({}, { args: {} }), [`schema/type ${CONTAINER}/args`]],
  ['a fraction', deployment({ replicas: 1.5 }), ['schema/type /spec/replicas']],
  ['beyond 32 bits', deployment({ replicas: 2 ** 31 }), ['schema/format /spec/replicas']],
  [
    'a wrong unit',
    deployment({}, { resources: { limits: { memory: '1GiB' } } }),
    [`schema/format ${CONTAINER}/resources/limits/memory`],
  ],
  ['no base64', object('v1', 'Secret', { data: { a: 'clear text' } }), ['schema/format /data/a']],
  [
    'no date',
    object('coordination.k8s.io/v1', 'Lease', { spec: { renewTime: '2026-02-30T00:00:00Z' } }),
    ['schema/format /spec/renewTime'],
  ],
  ['no spec', object('apps/v1', 'Deployment', {}), ['schema/required /spec']],
  [
    'one variable twice',
    deployment({}, { env: [{ name: 'A' }, { name: 'A' }] }),
    [`schema/duplicate-item ${CONTAINER}/env/1/name`],
  ],
  [
    'what servers fill in',
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { kind: 'Role', name: 'r' } }),
    ['schema/server-default /roleRef/apiGroup'],
  ],
  [
    'an item of a List',
    { apiVersion: 'v1', kind: 'List', items: [object('v1', 'Secret', { dat: {} })] },
    ['schema/unknown-field /items/0/dat'],
  ],
  [
    'a prototype’s name',
    object('v1', 'ConfigMap', { toString: 'x' }),
    ['schema/unknown-field /toString'],
  ],
])('refuses %s', (_title, value, expected) => {
  expect(brief(find(value))).toEqual(expected);
});

test.each<[string, Json]>([
  ['null for absent', deployment({ replicas: null, strategy: null }, { args: null })],
  ['an integer or a name', deployment({}, { readinessProbe: { httpGet: { port: 'web' } } })],
  ['quantities as numbers', deployment({}, { resources: { limits: { cpu: 0.5, memory: '1e3' } } })],
  ['empty mappings and lists', deployment({ strategy: {} }, { args: [], env: [] })],
  ['placeholders for scalars', deployment({ replicas: 'ref+sops://s.yaml#n' })],
  ['a placeholder in data', object('v1', 'Secret', { data: { a: 'ref+sops://s.yaml#k' } })],
  ['base64 with line breaks', object('v1', 'Secret', { data: { a: 'YWJj\nYWJj\n' } })],
  ['a null in a list', deployment({}, { args: ['a', null] })],
  [
    'anything in embedded objects',
    object('apps/v1', 'ControllerRevision', { revision: 1, data: { any: ['thing'] } }),
  ],
])('accepts %s', (_title, value) => {
  expect(find(value)).toEqual([]);
});

test('values of Secrets appear in no message', () => {
  const found = find(object('v1', 'Secret', { stringData: { a: 4711 }, data: { b: 'hunter2!' } }));
  expect(brief(found)).toEqual(['schema/format /data/b', 'schema/type /stringData/a'].reverse());
  expect(JSON.stringify(found)).not.toMatch(/4711|hunter2/);
});

describe('API versions', () => {
  test.each([
    ['policy/v1beta1', 'PodDisruptionBudget', '1.32', 'schema/removed-api', 'write policy/v1'],
    [
      'flowcontrol.apiserver.k8s.io/v1beta3',
      'FlowSchema',
      '1.32',
      'schema/removed-api',
      'write flowcontrol.apiserver.k8s.io/v1',
    ],
    [
      'flowcontrol.apiserver.k8s.io/v1beta3',
      'FlowSchema',
      '1.31',
      'schema/deprecated-api',
      'write flowcontrol.apiserver.k8s.io/v1',
    ],
    ['v1', 'Endpoints', '1.33', 'schema/deprecated-api', 'write discovery.k8s.io/v1 EndpointSlice'],
    ['apps/v1', 'Deploymnt', '1.32', 'schema/unknown-kind', 'did you mean Deployment?'],
    [
      'networking.k8s.io/v2',
      'Ingress',
      '1.32',
      'schema/unknown-kind',
      'write networking.k8s.io/v1',
    ],
  ])('%s %s in %s: %s', async (apiVersion, kind, version, code, help) => {
    const found = findingsIn(await registryOf(version), {
      'a.yaml': [object(apiVersion, kind, { spec: null })],
    });
    expect(found.find((finding) => finding.code === code)).toMatchObject({ help });
  });

  test('before its deprecation a version passes', async () => {
    const old = await registryOf('1.32');
    expect(findingsIn(old, { 'a.yaml': [object('v1', 'Endpoints', {})] })).toEqual([]);
  });
});
