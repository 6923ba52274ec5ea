import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The end-to-end tests run the built command line: it is built once, before everything else. */
export default function setup(): void {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  execFileSync('sh', ['scripts/setup/build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
