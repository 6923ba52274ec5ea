// nixpkgs' own unit tests of lib (lib/tests/misc.nix), run against ours.
// Runs when NIXPKGS_LIB names the folder of a nixpkgs lib.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate, evaluated, hasNix, nixString } from '../nix/evaluate.ts';
import { testsWithOurLib } from './scratch.ts';

const checkout = process.env['NIXPKGS_LIB'];

test.skipIf(!hasNix || checkout === undefined)(
  'misc.nix passes but for what the embedded lib has not',
  { timeout: 600_000 },
  () => {
    const { folder, remove } = testsWithOurLib(checkout ?? '');
    const file = join(folder, 'cases.nix');
    // The tests themselves instead of the list of those that fail.
    writeFileSync(
      file,
      readFileSync(join(folder, 'misc.nix'), 'utf8').replace('runTests {', '(tests: tests) {'),
    );
    const cases = `(import (/. + ${nixString(file)}))`;
    const names = evaluated(`builtins.attrNames ${cases}`) as string[];
    const failed = failures(cases, names);
    remove();
    if (process.env['VERBOSE'] !== undefined) console.log(failed.join('\n'));
    expect(failed.filter((name) => !listed.test(name))).toEqual([]);
  },
);

/** Licences and systems, cross indices, package folders: functions that are not here. */
const listed =
  /license|free|redistributable|spdx|evaluateProperty|platformMatch|crossIndex|packagesFromDirectory/i;

/** Names of the cases that fail. What tryEval cannot catch is found by halving. */
function failures(cases: string, names: readonly string[]): string[] {
  const list = names.map(nixString).join(' ');
  const result = evaluate(`
    let cases = ${cases};
    in builtins.filter (name:
      let same = builtins.tryEval (cases.\${name}.expr == cases.\${name}.expected);
      in !(same.success && same.value)
    ) [ ${list} ]`);
  if (result.ok) return result.value as string[];
  if (names.length === 1) return [...names];
  const half = Math.ceil(names.length / 2);
  return [...failures(cases, names.slice(0, half)), ...failures(cases, names.slice(half))];
}
