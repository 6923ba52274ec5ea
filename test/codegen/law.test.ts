import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { describeMismatches } from '../../src/bridge/mismatch.ts';
import { generate } from '../../src/codegen/generate.ts';
import { readDocument } from '../../src/codegen/read-document.ts';
import type { Json } from '../../src/core/json.ts';
import { isJsonObject } from '../../src/core/json.ts';
import type { Path } from '../../src/core/pointer.ts';
import { toPointer } from '../../src/core/pointer.ts';
import { load } from './compile.ts';
import { evalWith, LIBS } from './nix.ts';
import type { Tree } from './random-trees.ts';
import { nixString, treeArbitrary } from './random-trees.ts';

const TREES = Number(process.env['GANTRY_RUNS'] ?? 60);
const SEED = Number(process.env['GANTRY_SEED'] ?? Date.now() % 2 ** 31);

interface Evaluated {
  readonly document: unknown;
  readonly config: Json;
}

/** One Nix process for all trees. */
function evaluate(folder: string, trees: readonly Tree[]): Evaluated[] {
  const cases = trees.map(
    ({ options, definitions }) =>
      `(one ${options} (builtins.fromJSON ${nixString(JSON.stringify(definitions))}))`,
  );
  const { value, error } = evalWith(
    folder,
    `let
      inherit (lib) mkOption types;
      one = options: config:
        let evaluated = lib.evalModules { modules = [ { inherit options; } { inherit config; } ]; };
        in { document = optionsToIR evaluated.options; inherit (evaluated) config; };
    in [ ${cases.join('\n')} ]`,
  );
  if (error !== '') throw new Error(error);
  return value as Evaluated[];
}

describe.each(LIBS)(
  `random option trees under $name, GANTRY_SEED=${String(SEED)}`,
  ({ folder }) => {
    const trees = fc.sample(treeArbitrary, { seed: SEED, numRuns: TREES });
    const cases = evaluate(folder, trees).map(({ document, config }, index) => {
      const read = readDocument(document, []);
      if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
      const [file] = generate(read.value.ir, { name: 'tree', format: 'typescript', command: 'x' });
      const { treeSchema, treeInputSchema } = load(file?.text ?? '');
      if (treeSchema === undefined || treeInputSchema === undefined) throw new Error('no schema');
      const [given, written] = generate(read.value.ir, {
        name: 'tree',
        format: 'json-schema',
        command: 'x',
      }).map(({ text }) =>
        new Ajv2020({ strict: false, ownProperties: true }).compile(JSON.parse(text) as object),
      );
      return { config, treeSchema, treeInputSchema, given, written, tree: trees[index] };
    });

    test('the read schema accepts what evaluation gives', () => {
      for (const { treeSchema, config } of cases)
        expect(mismatchesOf(treeSchema, config)).toEqual([]);
    });

    test('the write schema accepts the definitions', () => {
      for (const { treeInputSchema, tree } of cases) {
        expect(mismatchesOf(treeInputSchema, tree?.definitions)).toEqual([]);
      }
    });

    test('the JSON Schemas accept and refuse the same', () => {
      for (const { given, written, tree, config } of cases) {
        expect(given?.(config)).toBe(true);
        expect(written?.(tree?.definitions)).toBe(true);
        for (const path of leavesOf(config)) expect(given?.(replaced(config, path))).toBe(false);
      }
    });

    test('a value with one wrong leaf is refused at exactly that leaf', () => {
      for (const { treeSchema, config } of cases) {
        for (const path of leavesOf(config)) {
          const paths = mismatchesOf(treeSchema, replaced(config, path)).map((found) => found.path);
          expect(paths).toEqual([toPointer(path)]);
        }
      }
    });
  },
);

function mismatchesOf(schema: z.ZodType, value: unknown): ReturnType<typeof describeMismatches> {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : describeMismatches(error, value);
}

/** Null is left out: behind it may lie a type that takes what `replaced` puts there. */
function leavesOf(value: Json, path: Path = []): Path[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (!isJsonObject(value)) return [path];
  return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, name]));
}

/** An attribute set is no value of any scalar type. */
function replaced(value: Json, path: Path): Json {
  const [step, ...rest] = path;
  if (step === undefined) return {};
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? replaced(item, rest) : item));
  }
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === step ? replaced(item, rest) : item,
    ]),
  );
}
