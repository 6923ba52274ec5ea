import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, compareUtf8 } from '../../src/core/json.ts';

test('compareUtf8 orders strings as their UTF-8 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(Math.sign(compareUtf8(a, b))).toBe(
        Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))),
      );
    }),
  );
});

test('canonicalJson does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [1, null], a: { 10: 'x', 9: true } })).toBe(
    canonicalJson({ a: { 9: true, 10: 'x' }, b: [1, null] }),
  );
});

test('canonicalJson sorts integer-like keys as text', () => {
  expect(canonicalJson({ 9: 1, 10: 2 })).toBe('{"10":2,"9":1}');
});
