import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nixpkgsLib, sourceFolder } from '../compat/reference-engines.ts';
import { commitAll, git, type Checkout } from './checkout.ts';
import { sharedCheckout } from './shared-checkout.ts';
import { nix, nixBuilds, nixRun } from './nix.ts';
import { userRepository } from './user-repository.ts';

const flakeParts = sourceFolder('FLAKE_PARTS_SRC');

const PROJECT = `gantry = {
      root = ./modules/kubenix;
      project = "harbour";
      settings.manifestsDir = "out";
    };`;

/** The outputs by what plays flake-parts in the suite. */
const STAND_IN = `{
  inputs.gantry.url = "github:example/gantry";
  outputs = { self, gantry, ... }: import ./flake-parts.nix {
    inherit self gantry;
    module = { ${PROJECT} };
  };
}
`;

/** The same by flake-parts itself, from $FLAKE_PARTS_SRC, with the flake that $NIXPKGS_LIB is the lib of. */
const REAL = `{
  inputs.gantry.url = "github:example/gantry";
  inputs.flake-parts = { url = "path:${flakeParts ?? ''}"; inputs.nixpkgs-lib.url = "path:${dirname(nixpkgsLib ?? '')}"; };
  outputs = inputs@{ flake-parts, gantry, ... }: flake-parts.lib.mkFlake { inherit inputs; } {
    imports = [ gantry.flakeModules.default ];
    systems = [ "x86_64-linux" ];
    ${PROJECT}
  };
}
`;

const hasReal = flakeParts !== undefined && nixpkgsLib !== undefined;

describe.each([
  { by: 'a stand-in', flake: STAND_IN, runs: nixBuilds },
  { by: 'flake-parts itself', flake: REAL, runs: nixBuilds && hasReal },
])('the flake-parts module by $by, without a gantry.nix', ({ flake, runs }) => {
  describe.skipIf(!runs)('a project', () => {
    let gantry: string;
    let user: Checkout;

    beforeAll(() => {
      gantry = sharedCheckout();
      user = userRepository(join(gantry, 'templates/default'), gantry, (folder) => {
        rmSync(join(folder, 'gantry.nix'));
        writeFileSync(join(folder, 'flake.nix'), flake);
        copyFileSync(
          fileURLToPath(new URL('flake-parts.nix', import.meta.url)),
          join(folder, 'flake-parts.nix'),
        );
      });
    });

    afterAll(() => {
      user.remove();
    });

    test('has the outputs that mkFlake gives, and a package', () => {
      const names = 'f: builtins.mapAttrs (_: of: builtins.attrNames (of.x86_64-linux or of)) f';
      const url = `git+file://${user.folder}`;
      const expression = `(${names}) (removeAttrs (builtins.getFlake "${url}").outputs [ "gantry" ])`;
      const shown = nix(user.folder, ['eval', '--json', '--impure', '--expr', expression]);
      expect(JSON.parse(shown.stdout)).toMatchObject({
        apps: expect.arrayContaining(['check', 'default', 'gmanifests', 'manifests', 'secrets']),
        checks: ['codegen', 'manifests'],
        packages: ['gantry'],
        devShells: ['default'],
      });
    });

    test('renders by its app, and its check holds', () => {
      const run = nixRun(user.folder, 'manifests');
      expect(run.code, run.stderr).toBe(0);
      expect(git(user.folder, ['status', '--porcelain'])).toContain('?? out/');
      commitAll(user.folder);
      const check = nix(user.folder, ['flake', 'check']);
      expect(check.code, check.stderr).toBe(0);
    });
  });
});
