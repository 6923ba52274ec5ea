import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds Gantry's `nix/` and `generated/`: the package root, two levels above this file both in
 * `src/nix` and in `dist/nix`.
 */
export function libraryFolder(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', '..');
}
