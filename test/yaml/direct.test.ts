import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../src/fs/find.ts';
import * as direct from '../../src/yaml/direct/read.ts';
import { readWithLibrary } from '../../src/yaml/library.ts';
import { changed, mutated } from '../fuzz/mutate.ts';
import { fuzz } from '../fuzz/property.ts';
import { randomYaml } from './random-yaml.ts';

const ROOT = join(import.meta.dirname, '../..');
const found = await findFiles(ROOT, [
  'examples/**/*.yaml',
  'templates/**/*.yaml',
  'test/**/*.yaml',
  '.github/**/*.yaml',
]);
const files = (found.ok ? found.value : []).map((path) => readFileSync(join(ROOT, path), 'utf8'));

const json = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2))
  .map(([value, indent]) => JSON.stringify({ a: value, b: [value] }, null, indent));

const readDirectly = (text: string) => direct.readDirectly(text, (document) => document);

/** The law: where it answers, it answers what the library does. True where it answered. */
function holds(text: string): boolean {
  const value = readDirectly(text);
  if (value !== undefined) expect(readWithLibrary(text, '')).toEqual({ ok: true, value });
  return value !== undefined;
}

describe('the direct reader gives what the library gives, or nothing', () => {
  fuzz('for random texts', randomYaml, (text) => void holds(text));
  fuzz('for random texts with changes', changed(randomYaml), (text) => void holds(text));
  fuzz('for JSON with changes', changed(json), (text) => void holds(text));
  fuzz('for files of this repository with changes', mutated(...files), (text) => void holds(text));

  test('for the files of this repository, most of which it reads', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter(holds).length / files.length).toBeGreaterThan(0.6);
  });

  test('and random texts are near enough to what it reads', () => {
    const texts = fc.sample(randomYaml, { numRuns: 300, seed: 1 });
    expect(texts.filter((text) => readDirectly(text) !== undefined).length).toBeGreaterThan(60);
  });
});

describe('the direct reader reads', () => {
  test.each([
    ['nothing', '', '\n\n', '# c\n', '---\n', '---\n---\n# c\n--- # d\n'],
    [
      'mappings and lists',
      'a:\n  b: 1\n  c:\n  - x\n  -   y: 1\n      z: 2\n  - - p\n    - q\nd:\n',
    ],
    ['documents', '# c\n\n---\na: 1\n--- # d\n- b\n---\n\n', '# c\n- a: 1\n', 'a: 1'],
    [
      'scalars',
      'a: x y#z\n"b\\tc": \'it\'\'s\'\n1: "\\u00e9 \\""\nc: http://h:80/\nd: 2024-01-01\n',
    ],
    [
      'block scalars',
      'a: |\n\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\nc:\n- |+\n  x\n\n- y\n',
      'a: |\n  x',
    ],
    ['brackets', 'a: []\nb: {}\nc: [1, "x:y", {a: b, "c":d}, []] # e\nd: {a: [b , c ]}\n'],
    ['JSON', '{"a": [1, {"b":null}],\n  "c": "d"}', '\n{"a":[\n\n]\n}\n\n', '[\n  {}\n]'],
    ['names of scalars', 'a: &x 1\nb: *x # c\nc:\n  - *x\n  - &x "y"\n  - *x\n'],
    [
      'comments',
      'a: 1 # b\n    # c\n  # d\n# e\nf: # g\n  # h\n  i: 1\n  # j\n# k\nl:\n  - x\n  # m\nn: o\n',
    ],
    [
      'comments on absent values',
      'a:\n# b\n\n# c\nd: # e\n    # f\n# g\n# h\ni:\n  j:\n  # k\nl:\n\n# m\n',
    ],
    [
      'comments that belong to different collections',
      'a:\n  b:\n    c: 1\n    # d\n  # e\n# f\ng:\n- h: 1\n  # i\n# j\n- k:\n    l: 1\n    # m\n  # n\n  o: |\n    p\n',
    ],
    ['comments of lists', '# a\n- b: 1\n# c\n- # d\n  e: 1\n  # f\n- g # h\n  # i\n# j\n- - k\n'],
  ])('%s', (_, ...texts) => {
    expect(texts.filter((text) => !holds(text))).toEqual([]);
  });
});

test.each([
  ...[
    'a: b\n c\n',
    'a: "b\n  c"\n',
    'a: 1\na: 2\n',
    'a: {b: 1, b: 2}\n',
    'a: *b\n',
    'a: &b\n  c: 1\n',
  ],
  ...[
    '? a\n: b\n',
    '%YAML 1.2\n---\na: 1\n',
    'a: !!str 1\n',
    '\ufeffa: 1\n',
    'a: 1\r\n',
    'a:\t1\n',
    '\ta: 1\n',
  ],
  ...[
    'a: 1\n...\n',
    'a: b: c\n',
    'a: - b\n',
    '  a: 1\n',
    'a:\n    b: 1\n  c: 1\n',
    'a: 1\n- b\n',
    'a\n',
    'a: [b\t]\n',
    '{a: 1} b\n',
    '# c\n{a: 1}\n',
  ],
  ...[
    '<<: {a: 1}\n',
    'a: |2\n   b\n',
    'a: >\n  b\n   c\n',
    'a: "\\x41"\n',
    'a: \u2028\n',
    'a: "b\n',
    'a: [b\n',
  ],
])('the direct reader leaves %j to the library', (text) => {
  expect(readDirectly(text)).toBeUndefined();
});
