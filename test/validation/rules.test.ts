import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { creationRuleFor, parseSopsConfig } from '../../src/sops/creation-rules.ts';
import { objectShape } from '../../src/validation/rules/object-shape.ts';
import {
  placeholderAtClearPath,
  placeholderInClear,
} from '../../src/validation/rules/placeholder-in-clear.ts';
import { fileOf, secret } from './manifest-file.ts';

const REFERENCE = 'ref+sops://s.yaml#k';
const codes = (found: readonly Diagnostic[]) =>
  found.map(({ code, pointer }) => `${code} ${pointer ?? ''}`);

test.each([
  ['a whole object', { apiVersion: 'v1', kind: 'X', metadata: { name: 'x' } }, undefined],
  [
    'a generated name',
    { apiVersion: 'v1', kind: 'X', metadata: { generateName: 'x-' } },
    undefined,
  ],
  ['a list', { apiVersion: 'v1', kind: 'List', items: [] }, undefined],
  ['no kind', { apiVersion: 'v1', metadata: { name: 'x' } }, 'kind'],
  ['no name', { apiVersion: 'v1', kind: 'X', metadata: {} }, 'metadata.name'],
  ['a kind that is no text', { apiVersion: 'v1', kind: 1, metadata: { name: 'x' } }, 'kind'],
  ['text', 'text', 'fields'],
])('the shape of %s', (_title, object, missing) => {
  const found = objectShape(fileOf([object], false)).map(({ message }) => message);
  expect(found).toEqual(missing === undefined ? [] : [`object 1 of apps/x.nix has no ${missing}`]);
});

test('a placeholder in a clear file is an error at its path; in an encrypted one it is none', () => {
  const objects = [secret({ stringData: { a: `x ${REFERENCE}+` } })];
  expect(codes(placeholderInClear(fileOf(objects, false)))).toEqual([
    'placeholder/in-clear /stringData/a',
  ]);
  expect(placeholderInClear(fileOf(objects, true))).toEqual([]);
});

test('a placeholder where the rule leaves values clear is an error', () => {
  const config = parseSopsConfig(
    'creation_rules:\n  - encrypted_regex: ^(data|stringData)$\n    age: age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun\n',
    'f',
  );
  const rule = config.ok ? creationRuleFor(config.value, '.k8s/x.enc.yaml') : undefined;
  const file = fileOf([secret({ stringData: { a: REFERENCE }, type: REFERENCE })], true);
  expect(rule && codes(placeholderAtClearPath(file, rule))).toEqual([
    'placeholder/clear-path /type',
  ]);
});
