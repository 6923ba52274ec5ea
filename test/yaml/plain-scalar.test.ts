import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { Timestamp, type ScalarValue } from '../../src/yaml/node.ts';
import { resolvePlain } from '../../src/yaml/plain-scalar.ts';
import { hasYq } from '../support/programs.ts';

const time = (text: string): Timestamp => new Timestamp(text);

describe('plain scalars resolve as go-yaml resolves them', () => {
  test.each<[string, ScalarValue]>([
    ['', null],
    ['~', null],
    ['NULL', null],
    ['nULL', 'nULL'],
    ['True', true],
    ['yes', 'yes'],
    ['off', 'off'],
    ['0', 0n],
    ['0777', 511n],
    ['0o17', 15n],
    ['0O17', 15n],
    ['0o8', '0o8'],
    ['0b11', 3n],
    ['0B11', 3n],
    ['0X1F', 31n],
    ['-0x1', -1n],
    ['0x_1F', 31n],
    ['1_000', 1000n],
    ['1__0', 10n],
    ['_1', '_1'],
    ['+5', 5n],
    ['08', 8],
    ['5.', 5],
    ['.5', 0.5],
    ['1_0.5', 10.5],
    ['1e1_0', 1e10],
    ['1e400', '1e400'],
    ['.inf', Infinity],
    ['-.Inf', -Infinity],
    ['1:30', '1:30'],
    ['18446744073709551615', 18446744073709551615n],
    ['18446744073709551616', 18446744073709551616],
    ['-9223372036854775808', -9223372036854775808n],
    ['2024-01-01', time('2024-01-01T00:00:00Z')],
    ['2024-1-1', time('2024-01-01T00:00:00Z')],
    ['2024-02-30', '2024-02-30'],
    ['2024-01-01 00:00:00', time('2024-01-01T00:00:00Z')],
    ['2001-12-14t21:59:43.10-05:00', time('2001-12-14T21:59:43.1-05:00')],
    ['2001-12-14T21:59:43.1234567899Z', time('2001-12-14T21:59:43.123456789Z')],
    ['2001-12-14T21:59:43+00:00', time('2001-12-14T21:59:43Z')],
  ])('%s', (text, value) => {
    expect(resolvePlain(text)).toEqual(value);
  });

  test.skipIf(!hasYq())('tags agree with yq', () => {
    const digits = [
      '0',
      '7',
      '8',
      '1',
      '_',
      '.',
      'e',
      '-',
      '+',
      'x',
      'b',
      'o',
      ':',
      'T',
      '2024-01-02',
    ];
    const texts = digits.flatMap((a) => digits.flatMap((b) => digits.map((c) => `1${a}${b}${c}`)));
    const list = texts.filter((text) => !text.endsWith(':')).map((text) => `- ${text}\n`);
    const tags = execFileSync('yq', ['.[] | tag'], { input: list.join('') })
      .toString()
      .trim()
      .split('\n');
    expect(list.map((line) => tagOf(resolvePlain(line.slice(2, -1))))).toEqual(tags);
  });
});

function tagOf(value: ScalarValue): string {
  if (value instanceof Timestamp) return '!!timestamp';
  const names: Readonly<Record<string, string>> = {
    bigint: '!!int',
    number: '!!float',
    boolean: '!!bool',
  };
  return value === null ? '!!null' : (names[typeof value] ?? '!!str');
}
