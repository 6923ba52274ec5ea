// Laws of properties: random trees of mkMerge, mkIf, mkOverride and mkOrder evaluate to what a
// small model in TypeScript says. All trees of a run are evaluated by one Nix process.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluated, hasNix } from '../evaluate.ts';

type Tree =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'merge'; readonly parts: readonly Tree[] }
  | { readonly kind: 'if'; readonly condition: boolean; readonly inner: Tree };

/** What may stand outside: a tree under a priority, its values under an order. */
interface Definition {
  readonly tree: Tree;
  readonly priority: number | null;
  readonly order: number | null;
}

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ kind: fc.constant('value' as const), value: fc.nat(99) }),
    fc.record({
      kind: fc.constant('merge' as const),
      parts: fc.array(tie('tree'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('if' as const), condition: fc.boolean(), inner: tie('tree') }),
  ),
})).tree;

const definition: fc.Arbitrary<Definition> = fc.record({
  tree,
  priority: fc.constantFrom(null, 10, 50, 100, 1000),
  order: fc.constantFrom(null, 500, 1000, 1500),
});

/** The tree as Nix; the wrappers go around each value, as modules write them. */
function toNix(definition: Definition): string {
  const wrap = (value: number) => {
    const list = `[ ${value} ]`;
    const ordered = definition.order === null ? list : `(lib.mkOrder ${definition.order} ${list})`;
    return definition.priority === null
      ? ordered
      : `(lib.mkOverride ${definition.priority} ${ordered})`;
  };
  const go = (t: Tree): string => {
    if (t.kind === 'value') return wrap(t.value);
    if (t.kind === 'if') return `(lib.mkIf ${t.condition ? 'true' : 'false'} ${go(t.inner)})`;
    return `(lib.mkMerge [ ${t.parts.map(go).join(' ')} ])`;
  };
  return go(definition.tree);
}

/** The list that an option of type `listOf int` gets from these definitions, written in this order. */
function model(definitions: readonly Definition[]): number[] {
  const values = (t: Tree): number[] => {
    if (t.kind === 'value') return [t.value];
    if (t.kind === 'if') return t.condition ? values(t.inner) : [];
    return t.parts.flatMap(values);
  };
  const all = definitions.flatMap((d) =>
    values(d.tree).map((value) => ({ value, priority: d.priority ?? 100, order: d.order ?? 1000 })),
  );
  const best = Math.min(...all.map((v) => v.priority));
  return all
    .filter((v) => v.priority === best)
    .toSorted((a, b) => a.order - b.order)
    .map((v) => v.value);
}

function evaluateAll(cases: readonly string[]): unknown[] {
  return evaluated(`
    let
      lib = import ./nix/lib;
      run = x: (lib.evalModules {
        modules = [ { options.x = lib.mkOption { type = lib.types.listOf lib.types.int; default = [ ]; }; } { config = x; } ];
      }).config.x;
    in [ ${cases.map((c) => `(run (${c}))`).join(' ')} ]`) as unknown[];
}

describe.skipIf(!hasNix)('laws of properties', () => {
  const batches = fc.array(fc.array(definition, { minLength: 1, maxLength: 4 }), {
    minLength: 20,
    maxLength: 40,
  });

  test('priorities, order, conditions and merges agree with the model', () => {
    fc.assert(
      fc.property(batches, (batch) => {
        const cases = batch.map((ds) => `{ x = lib.mkMerge [ ${ds.map(toNix).join(' ')} ]; }`);
        expect(evaluateAll(cases)).toEqual(batch.map(model));
      }),
      { numRuns: 8 },
    );
  });

  test('mkMerge is associative and mkMerge [ x ] is x', () => {
    fc.assert(
      fc.property(batches, (batch) => {
        const left: string[] = [];
        const right: string[] = [];
        for (const ds of batch) {
          const [first = '[ ]', ...rest] = ds.map(toNix);
          left.push(`{ x = lib.mkMerge [ (lib.mkMerge [ ${first} ]) ${rest.join(' ')} ]; }`);
          right.push(`{ x = lib.mkMerge [ ${first} (lib.mkMerge [ ${rest.join(' ')} ]) ]; }`);
        }
        expect(evaluateAll(left)).toEqual(evaluateAll(right));
      }),
      { numRuns: 4 },
    );
  });

  test('a property around a set is one around each of its attributes', () => {
    fc.assert(
      fc.property(batches, (batch) => {
        const inside = batch.map(
          (ds) => `{ x = lib.mkIf true (lib.mkMerge [ ${ds.map(toNix).join(' ')} ]); }`,
        );
        const outside = batch.map(
          (ds) =>
            `lib.mkIf true (lib.mkMerge [ ${ds.map((d) => `{ x = ${toNix(d)}; }`).join(' ')} ])`,
        );
        expect(evaluateAll(outside)).toEqual(evaluateAll(inside));
      }),
      { numRuns: 4 },
    );
  });
});
