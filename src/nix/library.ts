import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds Gantry's `nix/` and `generated/`: the package root, the nearest folder above this program that
 * has a `package.json`, whether it runs from `src/` or bundled from `dist/`.
 */
export function libraryFolder(): string {
  const program = fileURLToPath(import.meta.url);
  let folder = dirname(program);
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder))
      throw new Error(`${program} is not part of an installed Gantry`);
    folder = dirname(folder);
  }
  return folder;
}
