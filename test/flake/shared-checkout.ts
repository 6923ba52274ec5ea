import { existsSync, renameSync } from 'node:fs';
import { checkout, SHARED_CHECKOUT } from './checkout.ts';
import { nix, nixBuilds, offline } from './nix.ts';

/**
 * A checkout that all test files of a run share and none changes: the folder, made for the first that asks. The package
 * that apps and checks run is built then, which takes long on a busy machine: in hooks, whose time limit allows for it.
 */
export function sharedCheckout(): string {
  const shared = process.env[SHARED_CHECKOUT] ?? '';
  if (!existsSync(shared)) make(shared);
  if (nixBuilds) nix(shared, ['build', '--no-link', '.#gantry', ...offline]);
  return shared;
}

function make(shared: string): void {
  const made = checkout();
  try {
    renameSync(made.folder, shared);
  } catch {
    // Another worker was faster.
    made.remove();
  }
}
