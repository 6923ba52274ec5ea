import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds Gantry's `nix/` and `generated/`: the package root, the nearest folder above this program that
 * has a `package.json`, whether it runs from `src/` or bundled from `dist/`.
 */
export function libraryFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
