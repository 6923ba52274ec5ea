import { describe, expect, test } from 'vitest';
import { generate } from '../../src/codegen/generate.ts';
import { largeIntegerWarnings } from '../../src/codegen/large-integers.ts';
import { readDocument, type IrDocument } from '../../src/codegen/read-document.ts';
import { compilerMessages } from './compile.ts';
import { evalWith, ROOT } from './nix.ts';
import { hasNix } from '../nix/support/nix-eval.ts';

/** Options whose numbers JSON or JavaScript would change, and neighbours that they keep. */
const OPTIONS = `
  let inherit (lib) mkOption types; in {
    fileMax = mkOption { type = types.int; default = 9223372036854775807; };
    least = mkOption { type = types.int; default = -9007199254740992; };
    kept = mkOption { type = types.int; default = 9007199254740991; example = 9007199254740993; };
    ratio = mkOption { type = types.float; default = 52.5200066; example = [ 0.30000000000000004 1234567.5 ]; };
    tree = mkOption { type = types.attrs; default = { a = [ { b = 9007199254740993; } ]; c = "9007199254740993"; d = 0.1; }; };
    text = mkOption { type = types.attrs; default = { c = "9007199254740993"; d = 52.5200066; }; };
    between = mkOption { type = types.ints.between (-9223372036854775807) 9223372036854775806; };
    weight = mkOption { type = types.numbers.between 0.1234567 9223372036854775807; };
    level = mkOption { type = types.enum [ 1 9223372036854775807 52.5200066 "x" ]; };
    only = mkOption { type = types.nullOr (types.enum [ 9007199254740993 ]); };
    inner = mkOption {
      type = types.attrsOf (types.submodule { options.options = mkOption { type = types.int; default = 9007199254740993; }; });
    };
  }`;

function read(): IrDocument {
  const { value, error } = evalWith(`${ROOT}/nix/lib`, `optionsToIR (${OPTIONS})`);
  const document = readDocument(value, []);
  if (!document.ok) throw new Error(error + JSON.stringify(document.diagnostics));
  return document.value;
}

function textOf({ ir, values }: IrDocument, format: 'typescript' | 'json-schema'): string {
  const [file] = generate(ir, { name: 'k', format, command: 'make it', values });
  return file?.text ?? '';
}

describe.skipIf(!hasNix)('numbers that JavaScript does not hold', () => {
  const document = hasNix ? read() : undefined;
  const typescript = document && textOf(document, 'typescript');
  const schema = (document && textOf(document, 'json-schema')) ?? '';

  test.each([
    'Default: `9223372036854775807`.',
    'Default: `-9007199254740992`.',
    'Default: `9007199254740991`.',
    'Example: `9007199254740993`.',
    'Default: `52.5200066`.',
    'Example: `[0.30000000000000004,1234567.5]`.',
  ])('%s', (line) => {
    expect(typescript).toContain(line);
    expect(schema).toContain(line);
  });

  test('a value that holds one is shown with all digits', () => {
    expect(typescript).toContain(
      'Default: `{"a":[{"b":9007199254740993}],"c":"9007199254740993","d":0.1}`.',
    );
    expect(typescript).toContain('Default: `{"c":"9007199254740993","d":52.5200066}`.');
  });

  test('JSON Schema has them as bounds and values', () => {
    for (const line of [
      '"minimum": -9223372036854775807,',
      '"maximum": 9223372036854775806',
      '"minimum": 0.1234567,',
      '"maximum": 9223372036854775807',
    ]) {
      expect(schema).toContain(line);
    }
    expect(schema.replaceAll(/\s+/g, '')).toContain(
      '"enum":[1,9223372036854775807,52.5200066,"x"]',
    );
    expect(() => JSON.parse(schema) as unknown).not.toThrow();
  });

  test('TypeScript has what it can hold', () => {
    expect(typescript).toContain("level: 1 | 52.5200066 | 'x';");
    expect(typescript).toContain('only: never | null;');
    expect(typescript).toContain('weight: zod().number().min(0.1234567),');
    expect(typescript).toContain('between: zod().int(),');
    expect(compilerMessages({ 'k.ts': typescript ?? '' })).toEqual([]);
  });

  test('each option whose value a program could not read is warned about', () => {
    const found = document ? largeIntegerWarnings(document.ir, document.values) : [];
    expect(found.map(({ message }) => message.split(',')[0]).sort()).toEqual([
      'fileMax has the default 9223372036854775807',
      'inner.options has the default 9007199254740993',
      'least has the default -9007199254740992',
      'level may be 9223372036854775807',
      'only may be 9007199254740993',
      'tree has the default 9007199254740993',
    ]);
  });
});
