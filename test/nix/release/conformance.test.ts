import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasNix } from '../support/nix-eval.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));

// Upstream's own unit suites, as data. They are not part of this repository.
const runner = path('../shared/app-template/run.mjs');

describe.skipIf(!hasNix || !existsSync(runner))("upstream's suites", () => {
  it('pass, 500 of 500', () => {
    const { stdout } = spawnSync(
      process.execPath,
      [runner, '--impl', `'${path('scripts/app-template-impl')}'`],
      { encoding: 'utf8' },
    );
    expect(stdout).toContain('500 of 500 cases pass');
  });
});
