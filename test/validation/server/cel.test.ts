import { expect, test } from 'vitest';
import { isCel } from '../../../src/validation/server/cel.ts';

test.each([
  'self.minReplicas <= self.replicas && self.replicas <= self.maxReplicas',
  "self.all(x, x.matches('^[a-z]+$'))",
  'has(self.a) ? self.a == oldSelf.a : true',
  '!(self.a in [1, 2u, 0x1f, 1.5e3, "b\\n", r"\\d", b\'c\', """a\nb"""])',
  'self["a"].?b.orValue(dyn({"c": 1, ?"d": optional.none()})) == -1',
  'Object{spec: Object.spec{replicas: 3}}',
  '.google.protobuf.Duration{seconds: 1} < duration("1h") // a comment',
  "[JSONPatch{op: 'add', path: '/a', value: 1},]",
  "self.metadata.`a.b/c` == 'd'",
  '- self.a % 2 == 0 || !!self.b',
])('reads %s', (text) => {
  expect(isCel(text)).toBe(true);
});

test.each([
  '',
  ' ',
  'a b',
  'self.size( > 3',
  'a.',
  '1.2.3',
  "'a",
  'a ? b',
  'a == ',
  'a[',
  '{a}',
  'x @ y',
  'if',
  '(a',
])('does not read %j', (text) => {
  expect(isCel(text)).toBe(false);
});

test('a text of many brackets is no expression, and no end of the program', () => {
  expect(isCel('('.repeat(100_000))).toBe(false);
});
