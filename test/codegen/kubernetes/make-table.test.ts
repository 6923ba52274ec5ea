import { expect, test } from 'vitest';
import { makeTable } from '../../../src/codegen/kubernetes/make-table.ts';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import type { SchemaTable } from '../../../src/core/schema-table.ts';
import { checkValue } from '../../../src/validation/schema/check.ts';
import { SchemaRegistry } from '../../../src/validation/schema/registry.ts';

const META = 'io.k8s.apimachinery.pkg.apis.meta.v1';
const crane = { group: 'quay.io', version: 'v1', kind: 'Crane' };

/** As an API server prints it: with descriptions, and types that say less than the server checks. */
const DOCUMENT: JsonObject = {
  swagger: '2.0',
  info: { version: 'v1.32.4+k3s1' },
  paths: {
    '/apis/quay.io/v1/namespaces/{namespace}/cranes/{name}': {
      get: { 'x-kubernetes-group-version-kind': crane },
    },
    '/apis/quay.io/v1/cranes': { get: { 'x-kubernetes-group-version-kind': crane } },
  },
  definitions: {
    'io.k8s.apimachinery.pkg.api.resource.Quantity': { description: 'amount', type: 'string' },
    [`${META}.Time`]: { type: 'string', format: 'date-time' },
    [`${META}.ObjectMeta`]: {
      type: 'object',
      properties: {
        name: { type: 'string', description: 'a name' },
        creationTimestamp: { $ref: `#/definitions/${META}.Time` },
        labels: { type: 'object', additionalProperties: { type: 'string', default: '' } },
      },
    },
    [`${META}.DeleteOptions`]: {
      type: 'object',
      'x-kubernetes-group-version-kind': [crane, { ...crane, version: 'v2' }],
    },
    'io.quay.v1.Load': {
      type: 'object',
      required: ['mass'],
      properties: { mass: { $ref: '#/definitions/io.k8s.apimachinery.pkg.api.resource.Quantity' } },
    },
    'io.quay.v1.Crane': {
      type: 'object',
      required: ['spec'],
      'x-kubernetes-group-version-kind': [crane],
      properties: {
        apiVersion: { type: 'string' },
        kind: { type: 'string' },
        metadata: { $ref: `#/definitions/${META}.ObjectMeta` },
        spec: {
          type: 'object',
          properties: {
            description: { type: 'string', enum: ['tall', 'small'] },
            loads: { type: 'array', items: { $ref: '#/definitions/io.quay.v1.Load' } },
          },
        },
      },
    },
  },
};

function table(document: Json): SchemaTable {
  const made = makeTable(document);
  if (!made.ok) throw new Error(made.diagnostics[0]?.message);
  return made.value;
}

test('a table says what the document says, without documentation', () => {
  expect(table(DOCUMENT)).toEqual({
    table: 'gantry-schemas/1',
    kubernetes: '1.32',
    kinds: { 'quay.io/v1/Crane': ['quay.v1.Crane', true] },
    definitions: {
      'meta.v1.ObjectMeta': { name: 'string', creationTimestamp: 'date-time', labels: '{}string' },
      'quay.v1.Load': { mass: 'quantity!' },
    },
    schemas: { 'quay.v1.Crane': expect.objectContaining({ required: ['spec'] }) },
  });
});

test.each<[string, JsonObject, string[]]>([
  ['what fits', { spec: { description: 'tall', loads: [{ mass: '1k' }] } }, []],
  ['a missing spec', {}, ['schema/required']],
  ['an unknown field', { spec: { x: 1 } }, ['schema/unknown-field']],
  ['a value that is not allowed', { spec: { description: 'wide' } }, ['schema/value']],
  ['a wrong quantity', { spec: { loads: [{ mass: '1kg' }] } }, ['schema/format']],
  ['a wrong date', { metadata: { creationTimestamp: 'now' }, spec: {} }, ['schema/format']],
])('objects are checked by the table of a cluster: %s', (_title, rest, expected) => {
  const registry = new SchemaRegistry(table(DOCUMENT));
  const node = registry.find('quay.io/v1', 'Crane')?.node;
  const object = { apiVersion: 'quay.io/v1', kind: 'Crane', metadata: { name: 'c' }, ...rest };
  expect(node && checkValue(node, object).map(({ code }) => code)).toEqual(expected);
});

test('anything else is refused', () => {
  expect(makeTable({ openapi: '3.0.0' })).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'use/openapi' }],
  });
});
