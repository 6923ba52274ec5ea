import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { validate } from '../../src/pipeline/validate/validate.ts';

/** As the converter of CRDs-catalog writes it. */
const SCHEMA = {
  type: 'object',
  description: 'HelmRelease is the Schema for the helmreleases API',
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { type: 'object' },
    spec: {
      type: 'object',
      required: ['interval'],
      additionalProperties: false,
      properties: {
        interval: { type: 'string', pattern: '^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$' },
        maxHistory: { type: ['integer', 'null'] },
        port: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        values: { 'x-kubernetes-preserve-unknown-fields': true },
        free: { type: 'object' },
        suspend: { type: 'boolean' },
      },
    },
  },
};

const OBJECT = (spec: string, top = '') =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: a, namespace: b }\nspec: { ${spec} }\n${top}`;

async function found(schemaFile: string, text: string, crds = 'schemas'): Promise<string[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'gantry-schemas-'));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true });
  });
  const file = join(cwd, 'schemas', schemaFile);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(SCHEMA));
  writeFileSync(join(cwd, 'a.yaml'), text);
  const result = await validate({
    ...{ cwd, paths: ['a.yaml'], version: '1.33', crds: [crds], rules: {}, complete: false },
    readStandardInput: () => Promise.resolve(''),
  });
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.value.diagnostics.map(({ code, pointer }) => `${code} ${pointer ?? ''}`.trim());
}

const CATALOG = 'helm.toolkit.fluxcd.io/helmrelease_v2.json';

test.each([
  ['the layout of CRDs-catalog', CATALOG, 'schemas'],
  ['a folder of it', CATALOG, 'schemas/helm.toolkit.fluxcd.io'],
  ['one file of it', CATALOG, `schemas/${CATALOG}`],
  ['the layout of kubeconform', 'helmrelease-helm-v2.json', 'schemas'],
])('%s is found by group and kind', async (_, file, crds) => {
  expect(await found(file, OBJECT('intervall: 1h'), crds)).toEqual([
    'schema/unknown-field /spec/intervall',
    'schema/required /spec/interval',
  ]);
});

test.each([
  ['another version', 'helm.toolkit.fluxcd.io/helmrelease_v2beta1.json'],
  ['another kind', 'helm.toolkit.fluxcd.io/helmchart_v2.json'],
  ['another group', 'example.org/helmrelease_v2.json'],
])('%s is none of it', async (_, file) => {
  expect(await found(file, OBJECT('intervall: 1h'))).toEqual(['schema/none']);
});

test.each([
  ['interval: 1h, maxHistory: null, port: 80, labels: { a: b }, values: { any: [thing] }', []],
  ['interval: 1h, port: http, maxHistory: 3, free: { any: thing }', []],
  ['interval: 1 hour', ['schema/value /spec/interval']],
  ['interval: 1h, maxHistory: many', ['schema/type /spec/maxHistory']],
  ['interval: 1h, port: true', ['schema/type /spec/port']],
  ['interval: 1h, labels: { a: 1 }', ['schema/type /spec/labels/a']],
  ['interval: 1h, suspend: "no"', ['schema/type /spec/suspend']],
])('%s', async (spec, expected) => {
  expect(await found(CATALOG, OBJECT(spec))).toEqual(expected);
});

test('the top of an object is closed, and its metadata is that of every object', async () => {
  expect(await found(CATALOG, OBJECT('interval: 1h', 'spce: {}\n'))).toEqual([
    'schema/unknown-field /spce',
  ]);
});
