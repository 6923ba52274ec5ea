import { expect, test } from 'vitest';
import type { DiagnosticCode } from '../../src/core/codes.ts';
import { errorAt, warningAt } from '../../src/core/diagnostic.ts';
import { exitCodeFor } from '../../src/core/exit-codes.ts';
import { globSource } from '../../src/core/glob.ts';
import { didYouMean, nearMisses } from '../../src/core/near-miss.ts';
import { toDotted, toPointer } from '../../src/core/pointer.ts';

test.each<[DiagnosticCode[], number]>([
  [[], 0],
  [['schema/object'], 1],
  [['use/no-project'], 2],
  [['config/no-rule'], 2],
  [['nix/evaluation'], 3],
  [['secrets/missing-key'], 4],
  [['write/failed'], 5],
  [['secrets/missing-key', 'nix/evaluation'], 3],
  [['user/owner'], 1],
])('errors %j end with exit code %i', (codes, exit) => {
  expect(exitCodeFor(codes.map((code) => errorAt(code, 'x')))).toBe(exit);
});

test('warnings do not change the exit code', () => {
  expect(exitCodeFor([warningAt('config/lock', 'x')])).toBe(0);
});

test('near misses are the closest names, best first', () => {
  expect(nearMisses('deployment', ['service', 'deployments', 'deploymnt'])).toEqual([
    'deployments',
    'deploymnt',
  ]);
  expect(didYouMean('zzzzzz', ['service'])).toBeUndefined();
});

test('paths are written as pointers and as people read them', () => {
  const path = ['metadata', 'annotations', 'a.b/c~d', 0];
  expect(toPointer(path)).toBe('/metadata/annotations/a.b~1c~0d/0');
  expect(toDotted(path)).toBe('metadata.annotations["a.b/c~d"][0]');
});

test.each([
  ['apps/*', 'apps/a.nix', true],
  ['apps/*', 'apps/a/b.nix', false],
  ['**/b.nix', 'b.nix', true],
  ['**/b.nix', 'a/a/b.nix', true],
  ['a+b/?.nix', 'a+b/c.nix', true],
  ['a.nix', 'aXnix', false],
])('the glob %s and the path %s', (glob, path, matches) => {
  expect(new RegExp(`^${globSource(glob)}$`).test(path)).toBe(matches);
});
