import { expect, test } from 'vitest';
import { cleanDescription, optionDoc } from '../../src/codegen/docs.ts';
import { option, type } from './ir-builder.ts';

test.each([
  ['plain', ['plain']],
  ['\n\n  first\n\nlast  \n\n', ['  first', '', 'last']],
  ['ends */ it', ['ends *\\/ it']],
  ['@tag', ['\\@tag']],
  ['{option}`a.b` and {file}`c`', ['`a.b` and `c`']],
  ['<option>a</option> <para>text</para>', ['`a` text']],
  ['::: {.note}\nbody\n:::', ['body']],
  ['', []],
])('cleanDescription(%j)', (description, lines) => {
  expect(cleanDescription(description)).toEqual(lines);
});

test('an option tells its default, its example and where it is declared', () => {
  const declared = option(type('int'), {
    description: 'How many.',
    applied: true,
    internal: true,
    declarations: [
      { file: 'a.nix', line: 3, column: 1 },
      { file: 'b.nix', line: null, column: null },
    ],
  });
  const values = {
    defaults: { '/options/n': { json: { a: '`' } } },
    examples: { '/options/n': { unavailable: 'a function' } },
  };
  expect(optionDoc(declared, '/options/n', values)).toEqual([
    'How many.',
    '',
    'Default: `{"a":"\'"}`.',
    'Example: not shown, a function.',
    'The declaration changes the value with `apply`.',
    'Internal.',
    'Declared in a.nix:3.',
    'Declared in b.nix.',
  ]);
});

test.each([
  [type('functionTo', { result: type('int') }), 'does not cross to JSON'],
  [type('nullOr', { element: type('unknown', { reason: 'type' }) }), 'is not known here'],
  [type('unknown', { reason: 'depth' }), 'too deep'],
])('what a type cannot say in TypeScript stands in the comment', (optionType, words) => {
  expect(optionDoc(option(optionType), '', { defaults: {}, examples: {} }).join()).toContain(words);
});
