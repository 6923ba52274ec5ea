import { expect, test } from 'vitest';
import { toJavaScriptRegex } from '../../src/codegen/posix-regex.ts';
import { evalWith, LIBS } from './nix.ts';

const TEXTS = [
  '',
  'a',
  'A',
  'ab',
  'a]',
  'a\\',
  'a-b',
  '1',
  ' ',
  '\n',
  'a\nb',
  '/x',
  'a.b',
  '^',
  '_',
  '{',
  'aa',
];

const PATTERNS = [
  '[a-z]+',
  '[]a]*',
  '[^]a]*',
  '[\\a]+',
  '[[:alnum:]_-]*',
  '[[:space:]]',
  '[^[:upper:]]',
  '.*',
  'a.b',
  'a\\.b',
  '/[^/]*',
  '(a|b)+',
  'a{2}',
  '\\^|\\{',
  '[[:punct:]]',
  'a$|^1',
];

test('a translated pattern has no flags and matches the whole text', () => {
  expect(toJavaScriptRegex('[]./]?')).toBe('^(?:[\\].\\/]?)$');
  expect(toJavaScriptRegex('.')).toBe('^(?:[\\s\\S])$');
});

test.each(['[[.a.]]', '[[=a=]]', 'a\\', '(?:a)', '[a', '\\d'])(
  '%s has no counterpart and is left to Nix',
  (pattern) => {
    expect(toJavaScriptRegex(pattern)).toBeUndefined();
  },
);

test.each(LIBS.slice(0, 1))('matches what builtins.match matches', ({ folder }) => {
  const list = (texts: readonly string[]): string =>
    `(builtins.fromJSON ${JSON.stringify(JSON.stringify(texts))})`;
  const { value, error } = evalWith(
    folder,
    `map (pattern: map (text: builtins.match pattern text != null) ${list(TEXTS)}) ${list(PATTERNS)}`,
  );
  expect(error).toBe('');
  const ours = PATTERNS.map((pattern) => {
    const regex = new RegExp(toJavaScriptRegex(pattern) ?? '(?!)', 'u');
    return TEXTS.map((text) => regex.test(text));
  });
  expect(ours).toEqual(value);
});
