import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasReferences, kubenixSource, nixpkgsLib } from '../compat/reference-engines.ts';
import { type Checkout } from './checkout.ts';
import { sharedCheckout } from './shared-checkout.ts';
import { nix, nixEvaluates } from './nix.ts';
import { userRepository } from './user-repository.ts';

const INPUTS = `inputs.nixpkgs.url = "path:${dirname(nixpkgsLib ?? '')}";
  inputs.kubenix.url = "path:${kubenixSource ?? ''}";`;

const OUTPUTS = `{ gantry, nixpkgs, kubenix, ... }:
    (gantry.lib.override { inherit (nixpkgs) lib; inherit kubenix; }).mkFlake`;

describe.skipIf(!nixEvaluates || !hasReferences)('a flake that swaps the engine', () => {
  let gantry: string;
  let user: Checkout;

  beforeAll(() => {
    gantry = sharedCheckout();
    user = userRepository(join(gantry, 'examples/homelab'), gantry, (folder) => {
      const flake = join(folder, 'flake.nix');
      const text = readFileSync(flake, 'utf8')
        .replace('{ gantry, ... }: gantry.lib.mkFlake', OUTPUTS)
        .replace('inputs.gantry.url', `${INPUTS}\n  inputs.gantry.url`);
      writeFileSync(flake, text);
    });
  });

  afterAll(() => {
    user.remove();
  });

  test('gives the same bundle with hall/kubenix on the lib of nixpkgs as with what is embedded', () => {
    const swapped = nix(user.folder, ['eval', '--json', '.#gantry.bundle']);
    const embedded = nix(gantry, ['eval', '--json', '.#bundle']);
    expect(swapped.stdout, swapped.stderr).toBe(embedded.stdout);
  });
});
