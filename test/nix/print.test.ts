import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../src/core/json.ts';
import { fromJson, printNix } from '../../src/nix/print.ts';
import { hardFloats, randomFloats } from '../support/floats.ts';
import { evaluate, hasNix } from './support/nix-eval.ts';

const line = fc.constantFrom(
  '',
  '  indented',
  '${x}',
  "''",
  "'",
  '"q" \\',
  '$',
  '$${',
  'plain',
  '\t',
);
const text = fc.oneof(
  fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n')),
  fc.array(line, { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string().map((any) => any.replaceAll('\0', '')),
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(0.5, 1e21, -2.25e-7),
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom('a', 'if', 'b-c', 'd.e', ''), text), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

test.skipIf(!hasNix)('Nix reads printed values as what they are', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 60, maxLength: 60 }), (values) => {
      const printed = values.map((item) => `(${printNix(item, 4)})`).join('\n');
      expect(evaluate(`[ ${printed} ]`)).toEqual(values);
    }),
    { numRuns: 4 },
  );
});

test.skipIf(!hasNix)('Nix reads printed numbers as the same numbers', () => {
  const numbers = [...hardFloats, ...randomFloats(Number(process.env['FC_SEED'] ?? 20261128), 200)];
  const written = evaluate(`
    let
      exact = import (nix + "/floats/to-json.nix") (import (nix + "/floats")).goJson;
      literals = ${printNix([...numbers])};
      parsed = ${fromJson([...numbers])};
    in
    map exact [ literals parsed ]`) as string[];
  for (const text of written) {
    const read = JSON.parse(text) as number[];
    expect(read.filter((value, index) => !Object.is(value, numbers[index]))).toEqual([]);
  }
});

test.each([
  [1e6, '1000000'],
  [-1, '-1'],
  [5e-324, 'builtins.fromJSON "5e-324"'],
  [-0, 'builtins.fromJSON "-0.0"'],
  [1e21, '1.0e+21'],
  [2 ** 63, '9223372036854776000.0'],
  [0.1, '0.1'],
])('%d is written %s', (number, written) => {
  expect(printNix(number)).toBe(written);
  const item = /^-|^b/.test(written) ? `(${written})` : written;
  expect(printNix([number])).toBe(`[ ${item} ]`);
});

test('sets of one attribute are paths, and what fits stands on one line', () => {
  expect(printNix({ a: { b: { c: 1, 'd e': [-1, 'x'] } } })).toBe(
    '{ a.b = { c = 1; "d e" = [ (-1) "x" ]; }; }',
  );
  expect(printNix({ a: 1, b: 2, c: 3, d: { let: "one\n''two\n\n${three}\n" } })).toBe(`{
  a = 1;
  b = 2;
  c = 3;
  d."let" = ''
    one
    '''two

    ''\${three}
  '';
}`);
});
