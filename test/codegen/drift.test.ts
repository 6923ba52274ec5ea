import { expect, test } from 'vitest';
import { driftOf } from '../../src/codegen/drift.ts';

const FILES = [{ path: 'a.ts', text: 'one\ntwo\nthree\n' }];

test('equal bytes are no drift', () => {
  expect(driftOf(FILES, () => 'one\ntwo\nthree\n')).toEqual([]);
});

test.each([
  ['one\n2\nthree\n', ['@@ -2,1 +2,1 @@', '-2', '+two']],
  ['one\nthree\n', ['@@ -2,0 +2,1 @@', '+two']],
  ['one\ntwo\ntwo\nthree\n', ['@@ -3,1 +3,0 @@', '-two']],
  [undefined, ['@@ -1,0 +1,3 @@', '+one', '+two', '+three']],
])('the difference from %j is told line by line', (current, difference) => {
  expect(driftOf(FILES, () => current)).toEqual([{ ...FILES[0], difference }]);
});

test('two files of one path are a bug', () => {
  expect(() => driftOf([...FILES, ...FILES], () => undefined)).toThrow('a.ts');
});
