import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { commitAll, git, type Checkout } from './checkout.ts';
import { nix, standIn } from './nix.ts';

/**
 * A copy of a user's repository, committed, whose flake has a checkout of Gantry as its input and the
 * stand-in as its nixpkgs. Both stand in the flake and its lock file, not on the command line: what
 * `gantry` evaluates itself must find them too.
 */
export function userRepository(
  source: string,
  gantry: string,
  change: (folder: string) => void = () => undefined,
): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-user-'));
  cpSync(source, folder, { recursive: true });
  change(folder);

  const flake = join(folder, 'flake.nix');
  const inputs = [
    `inputs.gantry.url = "git+file://${gantry}";`,
    `inputs.gantry.inputs.nixpkgs.url = "${standIn}";`,
  ];
  const text = readFileSync(flake, 'utf8');
  writeFileSync(flake, text.replace(/inputs\.gantry\.url = ".*";/, inputs.join('\n  ')));

  git(folder, ['init', '--quiet']);
  git(folder, ['add', '--all']);
  expect(nix(folder, ['flake', 'lock'])).toMatchObject({ code: 0 });
  commitAll(folder);
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
