import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBech32 } from '../../src/sops/bech32.ts';
import { decrypt, encrypt, parseCiphertext } from '../../src/sops/cipher.ts';
import { goFloat, parseGoFloat } from '../../src/sops/go-float.ts';
import { MacHash, macMatches, sealMac } from '../../src/sops/mac.ts';
import { additionalData } from '../../src/sops/path.ts';
import { fromPlaintext, toPlaintext } from '../../src/sops/plaintext.ts';
import { combine, split } from '../../src/sops/shamir.ts';
import { Timestamp, type ScalarValue } from '../../src/yaml/node.ts';

describe('values', () => {
  const key = Buffer.alloc(32, 'f');

  test('the unit vector of sops', () => {
    const text =
      'ENC[AES256_GCM,data:oYyi,iv:MyIDYbT718JRr11QtBkcj3Dwm4k1aCGZBVeZf0EyV8o=,tag:t5z2Z023Up0kxwCgw1gNxg==,type:str]';
    const sealed = parseCiphertext(text);
    expect(sealed && decrypt(key, sealed, 'bar:')?.toString()).toBe('foo');
    expect(sealed && decrypt(key, sealed, 'baz:')).toBeUndefined();
    expect(parseCiphertext(`${text}trailing`)).toEqual(sealed);
  });

  test('IVs of 32 bytes, fresh each time', () => {
    const plaintext = { type: 'str', bytes: Buffer.from('x') } as const;
    const [a, b] = [encrypt(key, plaintext, 'a:'), encrypt(key, plaintext, 'a:')];
    expect(a).not.toBe(b);
    expect(parseCiphertext(a)?.iv).toHaveLength(32);
  });

  test('a shortened tag is no ciphertext', () => {
    const text = encrypt(key, { type: 'str', bytes: Buffer.from('x') }, 'a:');
    const tag = parseCiphertext(text)?.tag ?? Buffer.alloc(0);
    const short = text.replace(tag.toString('base64'), tag.subarray(0, 12).toString('base64'));
    expect(parseCiphertext(short)).toBeUndefined();
  });

  test.each<[ScalarValue & {}, string, string]>([
    ['text', 'str', 'text'],
    [-5n, 'int', '-5'],
    [1.5, 'float', '1.5'],
    [1e21, 'float', '1000000000000000000000'],
    [1e-7, 'float', '0.0000001'],
    [true, 'bool', 'True'],
    [new Timestamp('2024-01-01T00:00:00Z'), 'time', '2024-01-01T00:00:00Z'],
  ])('%s is sealed as %s', (value, type, bytes) => {
    expect(toPlaintext(value)).toEqual({ type, bytes: Buffer.from(bytes) });
    expect(fromPlaintext(type, Buffer.from(bytes))).toEqual(value);
  });

  test('what the type does not allow is refused', () => {
    const read = (type: string, text: string): unknown => fromPlaintext(type, Buffer.from(text));
    expect(read('int', '1e3')).toBeUndefined();
    expect(read('int', '9223372036854775808')).toBeUndefined();
    expect(read('bool', 'yes')).toBeUndefined();
    expect(read('time', 'today')).toBeUndefined();
    expect(read('other', 'x')).toBeUndefined();
    expect(read('bytes', 'x')).toBe('x');
    expect(toPlaintext(2n ** 63n)).toBeUndefined();
  });

  test('floats round-trip through Go digits, which have no exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(goFloat(value)).not.toMatch(/e/);
        expect(Object.is(parseGoFloat(goFloat(value)), value)).toBe(true);
      }),
    );
  });

  test('additional data: keys joined and ended by colons', () => {
    expect(additionalData(['a', 'b'])).toBe('a:b:');
    expect(additionalData([])).toBe(':');
  });
});

describe('MAC', () => {
  const sha512 = (text: string): string =>
    createHash('sha512').update(text).digest('hex').toUpperCase();

  test('vectors', () => {
    expect(new MacHash(false).digest()).toBe(sha512(''));
    const both = new MacHash(false);
    both.add(Buffer.from('b'), true);
    expect(both.digest()).toBe(sha512('b'));
    const only = new MacHash(true);
    only.add(Buffer.from('1'), true);
    only.add(Buffer.from('2'), false);
    expect(only.digest()).toMatch(/^B7D3497779D429AA/);
  });

  test('is bound to the time of change', () => {
    const key = Buffer.alloc(32, 7);
    const sealed = sealMac(key, 'ABC', '2026-01-01T00:00:00Z');
    expect(macMatches(key, sealed, { digest: 'ABC', lastModified: '2026-01-01T00:00:00Z' })).toBe(
      true,
    );
    expect(macMatches(key, sealed, { digest: 'ABC', lastModified: '2026-01-01T00:00:01Z' })).toBe(
      false,
    );
    expect(macMatches(key, sealed, { digest: 'ABD', lastModified: '2026-01-01T00:00:00Z' })).toBe(
      false,
    );
    expect(macMatches(key, 'ENC[', { digest: '', lastModified: '' })).toBe(false);
  });
});

describe('key groups', () => {
  test('any two of three parts give the secret, one does not', () => {
    const secret = Buffer.from('0123456789abcdef0123456789abcdef');
    const parts = split(secret, 3, 2);
    expect(parts.map((part) => part.length)).toEqual([33, 33, 33]);
    for (const [i, j] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      expect(combine([parts[i] ?? secret, parts[j] ?? secret])).toEqual(secret);
    }
    expect(combine(parts)).toEqual(secret);
    expect(combine(parts.slice(0, 1))).not.toEqual(secret);
    expect(combine([parts[0] ?? secret, parts[0] ?? secret])).toBeUndefined();
  });
});

test('Bech32 is checked to the last character', () => {
  const recipient = 'age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun';
  expect(decodeBech32(recipient, 'age')).toHaveLength(32);
  expect(decodeBech32(recipient.toUpperCase(), 'age')).toHaveLength(32);
  expect(decodeBech32(recipient.replace('lzd', 'lzz'), 'age')).toBeUndefined();
  expect(decodeBech32(`${recipient.slice(0, -1)}N`, 'age')).toBeUndefined();
  expect(decodeBech32('age1', 'age')).toBeUndefined();
});
