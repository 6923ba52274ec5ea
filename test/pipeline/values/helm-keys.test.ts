import { describe, expect, test } from 'vitest';
import { readReleaseSource } from '../../../src/pipeline/values/read-source.ts';

/** The data of a ConfigMap as it is read, and what is said about its keys. */
function read(lines: string): { data: unknown; messages: string[] } {
  const source = readReleaseSource(`configMaps:\n  a:\n    data:\n${lines}`, 'stdin');
  const diagnostics = source.ok ? source.value.diagnostics : source.diagnostics;
  const maps = source.ok ? source.value.values['configMaps'] : undefined;
  return {
    data: (maps as { a: { data: unknown } } | undefined)?.a.data,
    messages: diagnostics.map(({ code, message }) => `${code} ${message}`),
  };
}

const keysOf = (lines: string) => Object.keys(read(lines).data as object);

// Every key as helm 3.17.3 and 4.1.4 print it.
const KEYS: [string, string][] = [
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map(
    (word): [string, string] => [word, 'true'],
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map(
    (word): [string, string] => [word, 'false'],
  ),
  ...['yEs', 'oN', 'nO', 'Yn', 'nope'].map((word): [string, string] => [word, word]),
  ['"N"', 'N'],
  ["'yes'", 'yes'],
  ['!!str on', 'on'],
  ['!!str &a off', 'off'],
  ['&a off', 'false'],
  ['1', '1'],
  ['0x1F', '31'],
  ['017', '15'],
  ['0o17', '15'],
  ['0b11', '3'],
  ['1_000', '1000'],
  ['+5', '5'],
  ['-0', '0'],
  ['08', '8'],
  ['9223372036854775807', '9223372036854775807'],
  ['100000000000000000000', '1e+20'],
  ['1.5', '1.5'],
  ['1.0', '1'],
  ['.5', '0.5'],
  ['1e3', '1000'],
  ['1e30', '1e+30'],
  ['0.00001', '1e-05'],
  ['1.23456789', '1.2345679'],
  ['52.5200066', '52.520008'],
  ['123456789.0', '1.2345679e+08'],
  ['1234567.5', '1.2345675e+06'],
  ['.inf', '.inf'],
  ['-.inf', '-.inf'],
  ['.nan', '.nan'],
  ['2024-01-01', '2024-01-01'],
  ['2024-01-01T10:00:00Z', '2024-01-01T10:00:00Z'],
  ['1:30', '1:30'],
  ['=', '='],
];

describe('keys as Helm reads them', () => {
  test.each(KEYS)('%s', (written, key) => {
    expect(keysOf(`      ${written}: v\n`)).toEqual([key]);
    expect(keysOf(`      { ${written} : v }\n`)).toEqual([key]);
    const named = written
      .replace(/^(!!str |&a )+|["']/g, '')
      .replaceAll('"', '')
      .replaceAll("'", '');
    expect(read(`      ${written}: v\n`).messages).toHaveLength(named === key ? 0 : 1);
  });

  test.each(['~', 'null', '18446744073709551615', '!!binary gIA='])('%s is refused', (key) => {
    expect(read(`      ${key}: hunter2\n`).messages).toEqual([
      'values/refused configMaps.a.data has a key that is no text, which Helm refuses',
    ]);
  });

  test('what is read as another name is told once, with its place', () => {
    const { messages, data } = read('      N: a\n      x: b\n      0x1F: { on: c }\n');
    expect(messages).toEqual([
      'values/key Helm reads 3 keys as booleans or numbers: N is "false" (configMaps.a.data.N), 0x1F is "31" (configMaps.a.data["0x1F"]), on is "true" (configMaps.a.data["31"].on); the module has Helm’s names',
    ]);
    expect(data).toEqual({ false: 'a', x: 'b', 31: { true: 'c' } });
  });

  test('of two keys that are one to Helm the last counts', () => {
    expect(read('      y: a\n      yes: b\n').data).toEqual({ true: 'b' });
  });

  test('values: words and tags', () => {
    const lines =
      '      a: yes\n      b: "yes"\n      c: !!str no\n      d: off\n      e: [ on, y, no way ]\n';
    expect(read(lines).data).toEqual({
      a: true,
      b: 'yes',
      c: 'no',
      d: false,
      e: [true, true, 'no way'],
    });
  });

  test.each(['.inf', '-.INF', '.nan'])('the value %s is refused', (value) => {
    expect(read(`      a: ${value}\n`).messages).toEqual([
      'values/refused configMaps.a.data.a is infinite or no number, which Helm refuses',
    ]);
  });
});
