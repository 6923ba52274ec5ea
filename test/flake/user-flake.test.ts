import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git, type Checkout } from './checkout.ts';
import { sharedCheckout } from './shared-checkout.ts';
import { nix, nixBuilds, offline, nixRun } from './nix.ts';
import { userRepository } from './user-repository.ts';

const fixture = fileURLToPath(new URL('../fixtures/user-flake', import.meta.url));

describe.skipIf(!nixBuilds)("a user's flake with Gantry as its input", () => {
  let gantry: string;

  beforeAll(() => {
    gantry = sharedCheckout();
  });

  describe('that calls mkApps and mkChecks, with one module and no manifests yet', () => {
    let user: Checkout;

    beforeAll(() => {
      user = userRepository(fixture, gantry);
    });

    afterAll(() => {
      user.remove();
    });

    test('the check names the manifest that is missing', () => {
      const { code, stderr } = nix(user.folder, ['flake', 'check', '--print-build-logs']);
      expect(code).not.toBe(0);
      expect(stderr).toContain('error[check/missing] .k8s/hello.yaml');
    });

    test('nix run .#manifests renders its modules; what git does not track is left out, and said so', () => {
      const path = 'modules/kubenix/later.nix';
      writeFileSync(join(user.folder, path), '{ }');
      const { code, stderr } = nixRun(user.folder, 'manifests');
      rmSync(join(user.folder, path));
      expect(code, stderr).toBe(0);
      expect(stderr).toContain(
        `warning[nix/untracked] git does not track 1 file, so the flake does not see it: ${path}`,
      );
      expect(stderr).toContain(`git add ${path}`);
      expect(git(user.folder, ['status', '--porcelain'])).toBe('?? .k8s/\n?? manifests.lock\n');
      expect(existsSync(join(user.folder, '.k8s/later.yaml'))).toBe(false);
      const imported = readFileSync(join(user.folder, '.k8s/lamp.yaml'), 'utf8');
      expect(imported).toContain('oil: colza');
      expect(imported).toContain('thread: cotton');
    });
  });

  describe('that calls mkFlake, copied from the example', () => {
    let user: Checkout;

    beforeAll(() => {
      user = userRepository(join(gantry, 'examples/homelab'), gantry);
    });

    afterAll(() => {
      user.remove();
    });

    test('gives the same bundle text as gantry.nix alone', () => {
      const ofFlake = nix(user.folder, ['eval', '--json', '.#gantry.bundle']);
      const ofFile = nix(gantry, ['eval', '--json', '.#bundle']);
      expect(ofFlake.stdout).toBe(ofFile.stdout);
    });

    test.each([
      ['manifests', [], 'nothing changed: 0 files written, 6 unchanged'],
      ['gmanifests', ['--json'], '{"contract":"gantry/v1"'],
      ['vmanifests', [], '4 of 4 references resolve'],
      ['umanifests', [], '0 of 6 files would change'],
      ['check', [], '6 files are what their modules say'],
      ['diff', [], 'no differences from HEAD'],
      ['codegen', [], 'unchanged generated/homelab.ts'],
      ['secrets', ['ls'], 'openclaw_gateway_token'],
    ])('nix run .#%s', (app, args, words) => {
      const { code, stdout, stderr } = nixRun(user.folder, app, args);
      expect(code, stderr).toBe(0);
      expect(stdout).toContain(words);
      expect(git(user.folder, ['status', '--porcelain'])).toBe('');
    });

    test.each([
      ['validate', ['.k8s'], 'are valid'],
      ['default', ['--version'], '0.1.0'],
    ])('nix run .#%s, which evaluates nothing', (app, args, words) => {
      const { code, stdout } = nix(user.folder, ['run', `.#${app}`, '--', ...args]);
      expect([code, stdout]).toEqual([0, expect.stringContaining(words)]);
    });

    test('without a word on the command line an input of this machine is refused', () => {
      const { code, stderr } = nix(user.folder, ['run', '.#manifests']);
      expect(code).toBe(2);
      expect(stderr).toContain('error[flake/local-input]');
    });

    test('nix flake check holds', () => {
      const { code, stderr } = nix(user.folder, ['flake', 'check']);
      expect(code, stderr).toBe(0);
    });
  });

  test('without a system mkApps says what to write', () => {
    const apply = ['--apply', 'lib: (lib.mkApps { }).check.program'];
    const { code, stderr } = nix(gantry, ['eval', '.#lib', ...apply, ...offline]);
    expect(code).not.toBe(0);
    expect(stderr).toContain('mkApps { system = "x86_64-linux"; }');
  });
});
