// nixpkgs' own tests of the module system, run against ours. Their regular expressions on error
// text are translated first (messages.sed): the facts must agree, the wording is ours.
// Runs when NIXPKGS_LIB names the folder of a nixpkgs lib.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasNix, root } from '../nix/evaluate.ts';
import { testsWithOurLib } from './scratch.ts';

const checkout = process.env['NIXPKGS_LIB'];

test.skipIf(!hasNix || checkout === undefined)(
  'modules.sh passes but for what the README lists',
  { timeout: 600_000 },
  () => {
    const { folder, remove } = testsWithOurLib(checkout ?? '');
    const script = join(folder, 'modules.sh');
    writeFileSync(script, translated(readFileSync(script, 'utf8')));
    const { stdout } = spawnSync('bash', [script], { encoding: 'utf8', maxBuffer: 1 << 28 });
    remove();
    if (process.env['VERBOSE'] !== undefined) console.log(stdout);
    expect(Number(/^(\d+) Pass$/m.exec(stdout)?.[1])).toBeGreaterThan(380);
    const failed = stdout.matchAll(/modules = \[ \.\/(\S+)\.nix/g);
    expect(
      [...failed].map(([, module]) => module).filter((name) => !listed.test(name ?? '')),
    ).toEqual([]);
  },
);

/** Modules of the cases whose failing has a reason in the README. */
const listed = /^(gvariant|freeform-deprecated-malicous|v2-check-coherence|error-typo-submodule)$/;

function translated(script: string): string {
  const sed = join(root, 'test/compat/messages.sed');
  return script.replaceAll(
    /local (errorContains|outputContains)=\$1/g,
    (_, name: string) => `local ${name}; ${name}="$(sed -E -f '${sed}' <<<"$1")"`,
  );
}
