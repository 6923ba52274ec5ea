// The cases of test/nix/lib under nixpkgs' own lib: what they expect is what nixpkgs does.
// Runs when NIXPKGS_LIB names the folder of a nixpkgs lib.

import { describe, expect, test } from 'vitest';
import { evaluate, evaluated, hasNix, nixString } from '../nix/evaluate.ts';

const checkout = process.env['NIXPKGS_LIB'];

/** Functions that nixpkgs' lib fails on where ours does not. */
const failing = new Set([
  // Their primitive is younger than Nix 2.8.
  ...['pathIsDirectory', 'pathIsRegularFile', 'pathType', 'readFileType', 'resolveDefaultNix'].map(
    (name) => `filesystem.${name}`,
  ),
  ...[
    ...['difference', 'fileFilter', 'intersection', 'isFileset', 'maybeMissing'],
    ...['toList', 'toSource', 'union', 'unions'],
  ].map((name) => `fileset.${name}`),
  'types.fileset',
  // Regular expressions over 400 KB overflow the stack.
  'strings-text.hasInfix',
  'strings-text.sanitizeDerivationName',
  // Merging functions by default fails in it.
  'options.mergeDefaultOption',
  // Names of other releases.
  ...['literalCode', 'mdDoc'].map((name) => `options.${name}`),
  'trivial.importYAML',
]);

type Results = Record<string, Record<string, { got: unknown; expected: unknown }[]>>;

describe.skipIf(!hasNix || checkout === undefined)('nixpkgs lib', () => {
  const run = (only: string) =>
    evaluate(
      `(import ./test/nix/lib/run.nix {
         lib = import (/. + ${nixString(checkout ?? '')});
         only = ${only};
       }).results`,
    );

  const names = hasNix
    ? (evaluated(
        `let run = import ./test/nix/lib/run.nix { lib = import ./nix/lib; };
         in builtins.mapAttrs (_: builtins.attrNames) run.results`,
      ) as Record<string, string[]>)
    : {};

  for (const [file, functions] of Object.entries(names)) {
    test(file, () => {
      const whole = run(`{ ${file} = null; }`);
      if (whole.ok) {
        expect(differences(file, whole.value)).toEqual([]);
        return;
      }
      // What tryEval cannot catch (abort, a primitive this Nix lacks) is found one by one.
      const wrong = functions.flatMap((name): readonly unknown[] => {
        const part = run(`{ ${file} = [ ${nixString(name)} ]; }`);
        if (part.ok) return differences(file, part.value);
        return failing.has(`${file}.${name}`)
          ? []
          : [[`${file}.${name}`, part.stderr.slice(0, 500)]];
      });
      expect(wrong).toEqual([]);
    });
  }
});

function differences(file: string, run: unknown) {
  return Object.entries((run as Results)[file] ?? {}).flatMap(([name, cases]) =>
    cases
      .filter((c) => JSON.stringify(c.got) !== JSON.stringify(c.expected))
      .map((c) => [`${file}.${name}`, c] as const),
  );
}
