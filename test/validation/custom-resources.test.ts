import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { brief, findingsIn } from './check.ts';
import { registryOf } from './registry.ts';

function definition(spec: JsonObject, more: JsonObject = {}): JsonObject {
  const openAPIV3Schema = { type: 'object', properties: { spec: { type: 'object', ...spec } } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'cranes.quay.io' },
    spec: {
      group: 'quay.io',
      scope: 'Namespaced',
      names: { kind: 'Crane', plural: 'cranes' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema }, ...more }],
    },
  };
}

async function find(properties: JsonObject, spec: JsonObject, rest: JsonObject = {}) {
  const crd = definition({ properties, ...rest });
  const registry = await registryOf('1.32', [crd]);
  const metadata = { name: 'c', namespace: 'n' };
  const crane = { apiVersion: 'quay.io/v1', kind: 'Crane', metadata, spec };
  return findingsIn(registry, { 'a.yaml': [crd, crane] });
}

const string = { type: 'string' };
const intOrString = { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, string] };
const forms = {
  type: 'object',
  properties: { a: string, b: string },
  oneOf: [{ required: ['a'] }, { required: ['b'] }],
};

test.each<[string, JsonObject, Json, string[]]>([
  ['an unknown field', {}, { x: 1 }, ['schema/unknown-field /spec/f/x']],
  ['a pattern', { ...string, pattern: '^[a-z]+$' }, 'A', ['schema/value /spec/f']],
  [
    'a pattern that another engine would try without end',
    { ...string, pattern: '^(([a-z./0-9])+)+!$' },
    'a'.repeat(5000),
    ['schema/value /spec/f'],
  ],
  ['an enum', { ...string, enum: ['a', 'b'] }, 'c', ['schema/value /spec/f']],
  ['a minimum', { type: 'integer', minimum: 1 }, 0, ['schema/value /spec/f']],
  [
    'an excluded maximum',
    { type: 'number', maximum: 1, exclusiveMaximum: true },
    1,
    ['schema/value /spec/f'],
  ],
  ['a length', { ...string, maxLength: 2 }, 'äöü', ['schema/value /spec/f']],
  ['items', { type: 'array', items: string, maxItems: 1 }, ['a', 'b'], ['schema/value /spec/f']],
  [
    'a set',
    { type: 'array', items: string, 'x-kubernetes-list-type': 'set' },
    ['a', 'a'],
    ['schema/value /spec/f'],
  ],
  [
    'fields',
    { type: 'object', additionalProperties: string, minProperties: 1 },
    {},
    ['schema/value /spec/f'],
  ],
  [
    'map values',
    { type: 'object', additionalProperties: string },
    { a: 1 },
    ['schema/type /spec/f/a'],
  ],
  ['null in a list', { type: 'array', items: string }, [null], ['schema/type /spec/f/0']],
  ['no form', forms, {}, ['schema/value /spec/f']],
  ['two forms', forms, { a: 'x', b: 'x' }, ['schema/value /spec/f']],
  ['a forbidden form', { ...string, not: { enum: ['x'] } }, 'x', ['schema/value /spec/f']],
  ['int or string', intOrString, true, ['schema/type /spec/f']],
  [
    'a nested requirement',
    { type: 'object', properties: { a: string }, required: ['a'] },
    {},
    ['schema/required /spec/f/a'],
  ],
])('refuses what breaks %s', async (_title, schema, value, expected) => {
  const field = Object.keys(schema).length === 0 ? { type: 'object' } : schema;
  expect(brief(await find({ f: field }, { f: value }))).toEqual(expected);
});

test.each<[string, JsonObject, Json]>([
  [
    'unknown fields that are kept',
    { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    { x: [1] },
  ],
  ['either of int and string', intOrString, '80%'],
  ['a length in characters', { ...string, maxLength: 3 }, 'äö🎣'],
  ['one form', forms, { b: 'x' }],
  ['null where it is allowed', { ...string, nullable: true }, null],
  ['null for absent', string, null],
  [
    'null in a list of anything',
    { type: 'array', items: { 'x-kubernetes-preserve-unknown-fields': true } },
    [null],
  ],
  ['a placeholder', { ...string, enum: ['a'] }, 'ref+sops://s#k'],
  [
    'an embedded object',
    {
      type: 'object',
      'x-kubernetes-embedded-resource': true,
      properties: { spec: { type: 'object' } },
    },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: {} },
  ],
])('accepts %s', async (_title, schema, value) => {
  expect(brief(await find({ f: schema }, { f: value }))).toEqual([]);
});

test('tells what is left to the API server', async () => {
  const rule = { 'x-kubernetes-validations': [{ rule: 'self.a < self.b' }] };
  const found = await find({ p: { ...string, pattern: '(?=x)' } }, { p: 'y' }, rule);
  expect(found).toMatchObject([
    { code: 'schema/conflict', severity: 'error' },
    {
      severity: 'info',
      message: 'left to the API server: quay.io/v1 Crane (1 CEL rule, 1 pattern)',
    },
  ]);
});

test('counts and lists kinds without a schema', async () => {
  const metadata = { name: 'x', namespace: 'n' };
  const objects = [1, 2].map((n) => ({
    apiVersion: 'a.io/v1',
    kind: 'B',
    metadata: { ...metadata, name: `x${n}` },
  }));
  expect(findingsIn(await registryOf(), { 'a.yaml': objects })).toMatchObject([
    { code: 'schema/none', severity: 'info', message: expect.stringContaining('2 a.io/v1 B') },
  ]);
});

test('a deprecated version warns in the words of its definition', async () => {
  const crd = definition({}, { deprecated: true, deprecationWarning: 'use v2' });
  const crane = {
    apiVersion: 'quay.io/v1',
    kind: 'Crane',
    metadata: { name: 'c', namespace: 'n' },
  };
  const found = findingsIn(await registryOf('1.32', [crd]), { 'a.yaml': [crd, crane] });
  expect(found).toMatchObject([
    { code: 'schema/deprecated-api', message: 'quay.io/v1 Crane: use v2' },
  ]);
});
