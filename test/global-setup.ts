import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHARED_CHECKOUT } from './flake/checkout.ts';

/**
 * The end-to-end tests run the built command line: it is built once, before everything else. What the tests of flakes share
 * is made by the first of them, and removed here.
 */
export default function setup(): () => void {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  execFileSync('sh', ['scripts/setup/build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const shared = join(tmpdir(), `gantry-checkout-${process.pid}`);
  process.env[SHARED_CHECKOUT] = shared;
  return () => {
    rmSync(shared, { recursive: true, force: true });
  };
}
