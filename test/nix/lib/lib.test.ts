import { describe, expect, test } from 'vitest';
import { evaluated, hasNix } from '../evaluate.ts';

interface Case {
  readonly got: unknown;
  readonly expected: unknown;
}

interface Run {
  readonly results: Record<string, Record<string, Case[]>>;
  readonly uncovered: Record<string, string[]>;
}

describe.skipIf(!hasNix)('embedded lib', () => {
  const run = hasNix
    ? (evaluated('import ./test/nix/lib/run.nix { lib = import ./nix/lib; }') as Run)
    : { results: {}, uncovered: {} };

  for (const [file, functions] of Object.entries(run.results)) {
    test(file, () => {
      const pick = (key: 'got' | 'expected') =>
        Object.fromEntries(
          Object.entries(functions).map(([name, cases]) => [name, cases.map((c) => c[key])]),
        );
      expect(pick('got')).toEqual(pick('expected'));
    });
  }

  test('every public function has a case of its name', () => {
    expect(Object.entries(run.uncovered).filter(([, names]) => names.length > 0)).toEqual([]);
  });

  test('what nixpkgs has and this lib has not says the way out', () => {
    expect(
      evaluated(`
        let
          lib = import ./nix/lib;
          fails = value: !(builtins.tryEval value).success;
        in [ (lib ? licenses) (fails lib.licenses) (lib.fileset ? gitTracked) (fails lib.fileset.gitTracked) ]
      `),
    ).toEqual([true, true, true, true]);
  });

  test('a name of two parts means at the top what it means in nixpkgs', () => {
    expect(
      evaluated(`
        let lib = import ./nix/lib;
        in [
          (lib.hasPrefix "a" "ab") (lib.removePrefix "a" "ab") (lib.replicate 2 "a")
          (lib.unique [ 1 1 ]) (lib.importJSON ./test/nix/lib/data/sample.json)
        ]
      `),
    ).toEqual([true, 'b', ['a', 'a'], [1], { a: [1, null] }]);
  });

  test('an extended lib is used by its own parts', () => {
    expect(
      evaluated(`
        let lib = (import ./nix/lib).extend (_: prev: {
          trivial = prev.trivial // { boolToString = _: "extended"; };
        });
        in lib.generators.toKeyValue { } { a = true; }
      `),
    ).toBe('a=extended\n');
  });
});
