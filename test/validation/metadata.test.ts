import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { brief, findingsIn } from './check.ts';
import { registryOf } from './registry.ts';

const registry = await registryOf();

function object(
  apiVersion: string,
  kind: string,
  metadata: JsonObject,
  rest: JsonObject = {},
): JsonObject {
  return { apiVersion, kind, metadata: { name: 'x', ...metadata }, ...rest };
}

const configMap = (metadata: JsonObject, rest: JsonObject = {}) =>
  object('v1', 'ConfigMap', metadata, rest);
const role = (name: string) =>
  object('rbac.authorization.k8s.io/v1', 'ClusterRole', { name }, { rules: [] });

const crd = (name: string) =>
  object(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    { name },
    {
      spec: {
        group: 'a.org',
        names: { kind: 'B', plural: 'bs' },
        scope: 'Cluster',
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: { openAPIV3Schema: { type: 'object' } },
          },
        ],
      },
    },
  );
const podSpec = { restartPolicy: 'Never', containers: [{ name: 'c', image: 'i' }] };
const jobTemplate = { spec: { template: { spec: podSpec } } };
const cronJob = (length: number) =>
  object(
    'batch/v1',
    'CronJob',
    { name: 'a'.repeat(length) },
    { spec: { schedule: '@daily', jobTemplate } },
  );
const template = {
  metadata: { labels: { a: '{{ b }}' } },
  spec: { containers: podSpec.containers },
};

test.each<[string, Json, string[]]>([
  [
    'a definition that is not called plural.group',
    crd('b.a.org'),
    ['metadata/name /metadata/name'],
  ],
  ['a definition that is', crd('bs.a.org'), []],
  ['a CronJob of 53 letters', cronJob(53), ['metadata/name /metadata/name']],
  ['a CronJob of 52 letters', cronJob(52), []],
  [
    'a label of a pod',
    object(
      'apps/v1',
      'Deployment',
      {},
      { spec: { selector: { matchLabels: { a: 'b' } }, template } },
    ),
    ['metadata/label /spec/template/metadata/labels/a'],
  ],
  [
    'a label in the template of a custom resource',
    object('argoproj.io/v1alpha1', 'ApplicationSet', {}, { spec: { template } }),
    ['schema/none'],
  ],
  ['upper case in a name', configMap({ name: 'A' }), ['metadata/name /metadata/name']],
  [
    'a Service that starts with a digit',
    object('v1', 'Service', { name: '1a' }, { spec: { ports: [{ port: 80 }] } }),
    ['metadata/name /metadata/name'],
  ],
  [
    'a dot in a Namespace',
    object('v1', 'Namespace', { name: 'a.b' }),
    ['metadata/name /metadata/name'],
  ],
  ['a slash in a role', role('a/b'), ['metadata/name /metadata/name']],
  [
    'a namespace with a dot',
    configMap({ namespace: 'a.b' }),
    ['metadata/name /metadata/namespace'],
  ],
  [
    'a label with a blank',
    configMap({ labels: { a: 'b c' } }),
    ['metadata/label /metadata/labels/a'],
  ],
  [
    'a label of 64 characters',
    configMap({ labels: { a: 'b'.repeat(64) } }),
    ['metadata/label /metadata/labels/a'],
  ],
  [
    'a label key with two slashes',
    configMap({ labels: { 'a/b/c': '' } }),
    ['metadata/label /metadata/labels/a~1b~1c'],
  ],
  [
    'annotations of 300 KB',
    configMap({ annotations: { a: 'x'.repeat(300_000) } }),
    ['metadata/annotation /metadata/annotations'],
  ],
  [
    'a data key with a slash',
    configMap({}, { data: { 'a/b': '' } }),
    ['metadata/data-key /data/a~1b'],
  ],
  [
    'more than 1 MiB',
    configMap({}, { data: { a: 'x'.repeat(2 ** 20), b: 'x' } }),
    ['metadata/size /data'],
  ],
])('refuses %s', (_title, value, expected) => {
  expect(brief(findingsIn(registry, { 'a.yaml': [value] }))).toEqual(expected);
});

test.each<[string, Json]>([
  ['colons in a role', role('system:crane')],
  ['a domain as name', configMap({ name: 'a.b-c.d' })],
  ['a label with a domain', configMap({ labels: { 'kubenix/hash': 'da39a3ee', empty: '' } })],
  [
    'annotations in upper case',
    configMap({ annotations: { 'Example.com/Some.Key': 'any thing' } }),
  ],
  ['1 MiB', configMap({}, { data: { a: 'x'.repeat(2 ** 20) } })],
])('accepts %s', (_title, value) => {
  expect(findingsIn(registry, { 'a.yaml': [value] })).toEqual([]);
});

describe('identities', () => {
  test.each<[string, Json, Json, string | undefined]>([
    ['other content', configMap({}), configMap({}, { data: { a: 'b' } }), 'error'],
    ['equal copies', configMap({}), configMap({}), 'error'],
    [
      'cluster-scoped, whatever the namespace',
      { ...role('r'), metadata: { name: 'r', namespace: 'n' } },
      role('r'),
      'error',
    ],
    ['two namespaces', configMap({ namespace: 'a' }), configMap({ namespace: 'b' }), undefined],
    ['two kinds', configMap({}), object('v1', 'ServiceAccount', {}), undefined],
  ])('%s', (_title, a, b, severity) => {
    const found = findingsIn(registry, { 'a.yaml': [a], 'b.yaml': [b] });
    expect(found.map((finding) => finding.severity)).toEqual(
      severity === undefined ? [] : [severity],
    );
  });

  test('one finding for each pair of files, but for objects that opt out with a reason', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const all = names.map((name) => configMap({ name }));
    const annotations = { 'gantry.dev/ignore': 'metadata/duplicate: two clusters' };
    const found = findingsIn(registry, {
      'a.yaml': all,
      'b.yaml': [...all, configMap({ name: 'a', annotations })],
      'c.yaml': [configMap({ name: 'a' }), configMap({ name: 'a' })],
    });
    expect(found.map(({ file, message }) => [file, message])).toEqual([
      ['b.yaml', expect.stringMatching(/6 objects are also in a\.yaml: .* and 1 more$/)],
      ['c.yaml', expect.stringMatching(/2 objects are also in a\.yaml/)],
    ]);
  });
});

describe('namespaces', () => {
  const apps = object('v1', 'Namespace', { name: 'apps' });

  test.each<[string, Json[], string[]]>([
    [
      'none named where all others name one',
      [
        apps,
        configMap({}),
        ...[1, 2, 3, 4].map((n) => configMap({ name: `c${n}`, namespace: 'apps' })),
      ],
      ['warning /metadata/namespace'],
    ],
    [
      'none named, as in half of the tree',
      [apps, configMap({}), configMap({ namespace: 'apps' })],
      [],
    ],
    [
      'one that nobody defines',
      [apps, configMap({ namespace: 'other' })],
      ['info /metadata/namespace'],
    ],
    [
      'its own and those of every cluster',
      [apps, configMap({ namespace: 'apps' }), configMap({ namespace: 'kube-system' })],
      [],
    ],
    ['a tree without Namespaces', [configMap({}), configMap({ namespace: 'other' })], []],
    [
      'cluster-scoped kinds',
      [apps, role('r'), { ...role('q'), metadata: { name: 'q', namespace: 'zz' } }],
      [],
    ],
  ])('%s', (_title, objects, expected) => {
    const found = findingsIn(registry, { 'a.yaml': objects });
    expect(found.map(({ severity, pointer }) => `${severity} ${pointer ?? ''}`)).toEqual(expected);
  });
});
