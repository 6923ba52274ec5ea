import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout, commitAll, git, type Checkout } from './checkout.ts';
import { nix, nixBuilds, standIn } from './nix.ts';
import { userRepository } from './user-repository.ts';

const FLAKE = `{
  inputs.gantry.url = "github:example/gantry";
  outputs =
    { self, gantry, ... }:
    import ./flake-parts.nix {
      inherit self gantry;
      module.gantry = {
        root = ./modules/kubenix;
        project = "harbour";
        settings.manifestsDir = "out";
      };
    };
}
`;

describe.skipIf(!nixBuilds)('the flake-parts module, without a gantry.nix', () => {
  let gantry: Checkout;
  let user: Checkout;

  beforeAll(() => {
    gantry = checkout();
    user = userRepository(join(gantry.folder, 'templates/default'), gantry);
    const stand = fileURLToPath(new URL('flake-parts.nix', import.meta.url));
    copyFileSync(stand, join(user.folder, 'flake-parts.nix'));
    const inputs = `inputs.gantry = { url = "git+file://${gantry.folder}"; inputs.nixpkgs.url = "${standIn}"; };`;
    writeFileSync(
      join(user.folder, 'flake.nix'),
      FLAKE.replace(/inputs\.gantry\.url = .*/, inputs),
    );
    git(user.folder, ['rm', '--quiet', '--cached', 'gantry.nix']);
    git(user.folder, ['clean', '--quiet', '--force', 'gantry.nix']);
    commitAll(user.folder);
  });

  afterAll(() => {
    user.remove();
    gantry.remove();
  });

  test('gives the outputs that gantry has by hand', () => {
    const names = 'f: builtins.mapAttrs (_: of: builtins.attrNames (of.x86_64-linux or of)) f';
    const flake = `git+file://${user.folder}`;
    const expression = `(${names}) (removeAttrs (builtins.getFlake "${flake}").outputs [ "gantry" ])`;
    const shown = nix(user.folder, ['eval', '--json', '--impure', '--expr', expression]);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      apps: expect.arrayContaining(['check', 'default', 'gmanifests', 'manifests', 'secrets']),
      checks: expect.arrayContaining(['manifests']),
      packages: ['gantry'],
      devShells: ['default'],
    });
  });

  test('its apps render and its check compares', () => {
    const run = nix(user.folder, ['run', '.#manifests']);
    expect(run.code, run.stderr).toBe(0);
    expect(git(user.folder, ['status', '--porcelain'])).toContain('?? out/');
    expect(nix(user.folder, ['flake', 'check']).code).not.toBe(0);
    commitAll(user.folder);
    const check = nix(user.folder, ['flake', 'check']);
    expect(check.code, check.stderr).toBe(0);
  });
});
