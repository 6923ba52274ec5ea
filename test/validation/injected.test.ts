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
