import { expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { substitute } from '../../src/references/substitute.ts';
import { checkInjected } from '../../src/validation/injected.ts';
import { fileOf, secret } from './manifest-file.ts';
import { registryOf } from './registry.ts';

const registry = await registryOf();
const REFERENCE = 'ref+sops://s.yaml#k';

/** What is said when a value replaces the placeholder of a text. */
function codes(field: 'data' | 'stringData', text: string, value: string): string[] {
  const file = fileOf([secret({ [field]: { a: text } })], true);
  const values = new Map([['s.yaml#k', new Secret(value)]]);
  const injected = substitute({
    file: file.path,
    objects: file.objects,
    placements: file.placements,
    values,
  });
  if (!injected.ok) throw new Error('not injected');
  const found = checkInjected(file, injected.value, registry);
  expect(JSON.stringify(found)).not.toContain(value);
  return found.map(({ code }) => code);
}

test.each([
  ['data' as const, REFERENCE, 'dmFsdWU=', []],
  ['data' as const, REFERENCE, 'plain value', ['secrets/not-base64']],
  ['data' as const, REFERENCE, 'YWJ', ['secrets/not-base64']],
  ['stringData' as const, REFERENCE, 'plain: value', []],
  ['stringData' as const, `url://${REFERENCE}+@host`, 'pa:ss"word', []],
  ['stringData' as const, `{"a": "${REFERENCE}+"}`, 'simple', []],
  ['stringData' as const, `{"a": "${REFERENCE}+"}`, 'qu"ote', ['secrets/breaks-text']],
  ['stringData' as const, `a: ${REFERENCE}\nb: 1\n`, 'simple', []],
  ['stringData' as const, `a: ${REFERENCE}\nb: 1\n`, 'x: y', ['secrets/breaks-text']],
  ['stringData' as const, `a: ${REFERENCE}\nb: 1\n`, 'line\nc: 2', ['secrets/breaks-text']],
])('%s %j with %j', (field, text, value, expected) => {
  expect(codes(field, text, value)).toEqual(expected);
});

test.each([
  ['replicas', 3, []],
  ['replicas', 'many', ['schema/type /spec/replicas']],
  ['paused', true, []],
  ['revisionHistoryLimit', 1.5, ['schema/type /spec/revisionHistoryLimit']],
])('%s of a Deployment with %j', (field, value, expected) => {
  const labels = { app: 'a' };
  const containers = [{ name: 'a', image: 'a:1' }];
  const template = { metadata: { labels }, spec: { containers } };
  const spec = { selector: { matchLabels: labels }, template, [field]: REFERENCE };
  const metadata = { name: 'a', namespace: 'n' };
  const file = fileOf([{ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec }], true);
  const values = new Map([['s.yaml#k', new Secret(value)]]);
  const { objects, placements, path } = file;
  const injected = substitute({ file: path, objects, placements, values });
  if (!injected.ok) throw new Error('not injected');
  const found = checkInjected(file, injected.value, registry);
  expect(found.map(({ code, pointer }) => `${code} ${pointer ?? ''}`)).toEqual(expected);
  expect(JSON.stringify(found)).not.toContain(String(value));
});
