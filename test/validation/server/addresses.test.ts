import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canonicalAddress,
  isAddress,
  isInside,
  isRange,
  isStrictAddress,
  isStrictRange,
} from '../../../src/validation/server/addresses.ts';

const address = fc.oneof(fc.ipV4(), fc.ipV6());
const bits = fc.integer({ min: 0, max: 32 });

test('every address is one, and stands for a range', () => {
  fc.assert(
    fc.property(address, bits, (text, prefix) => {
      expect(isAddress(text)).toBe(true);
      expect(isRange(`${text}/${prefix}`)).toBe(true);
    }),
  );
});

test('the shortest form of an address is its own shortest form', () => {
  fc.assert(
    fc.property(address, (text) => {
      const short = canonicalAddress(text);
      if (short !== undefined) expect(canonicalAddress(short)).toBe(short);
    }),
  );
});

test('a range has no bits behind its prefix, and holds its own halves', () => {
  fc.assert(
    fc.property(fc.nat({ max: 255 }), fc.integer({ min: 8, max: 31 }), (first, prefix) => {
      const range = `${first}.0.0.0/${prefix}`;
      expect(isStrictRange(range)).toBe(true);
      expect(isInside(`${first}.0.0.0/${prefix + 1}`, range)).toBe(true);
      expect(isInside(range, range)).toBe(false);
    }),
  );
});

test.each(['010.0.0.1', '::ffff:1.2.3.4'])('%s is an address for older servers alone', (text) => {
  expect([isAddress(text), isStrictAddress(text)]).toEqual([true, false]);
});

test.each(['', 'a', '1.2.3', '1.2.3.4.5', '1.2.3.256', ':::', '1.2.3.4/33', 'a/8', '1.2.3.4/'])(
  '%j is neither an address nor a range',
  (text) => {
    expect([isAddress(text), isRange(text), isInside(text, '10.0.0.0/8')]).toEqual([
      false,
      false,
      undefined,
    ]);
  },
);
