import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout, commitAll, git, type Checkout } from './checkout.ts';
import { nix, nixBuilds, offline } from './nix.ts';
import { userRepository } from './user-repository.ts';

const fixture = fileURLToPath(new URL('../fixtures/user-flake', import.meta.url));

describe.skipIf(!nixBuilds)("a user's flake with Gantry as its input", () => {
  let gantry: Checkout;

  beforeAll(() => {
    gantry = checkout();
  });

  afterAll(() => {
    gantry.remove();
  });

  describe('with one module and no manifests yet', () => {
    let user: Checkout;

    beforeAll(() => {
      user = userRepository(fixture, gantry);
    });

    afterAll(() => {
      user.remove();
    });

    test('nix run .#manifests renders its own modules', () => {
      const { code, stderr } = nix(user.folder, ['run', '.#manifests']);
      expect(code, stderr).toBe(0);
      expect(existsSync(join(user.folder, '.k8s/hello.yaml'))).toBe(true);
      const imported = readFileSync(join(user.folder, '.k8s/lamp.yaml'), 'utf8');
      expect(imported).toContain('oil: colza');
      expect(imported).toContain('thread: cotton');
    });

    test('the check is red until the manifests are committed', () => {
      const before = nix(user.folder, ['flake', 'check']);
      expect(before.code).not.toBe(0);

      commitAll(user.folder);
      const after = nix(user.folder, ['flake', 'check']);
      expect(after.code, after.stderr).toBe(0);
    });

    test('a module that git does not track is left out, and said so', () => {
      const path = 'modules/kubenix/later.nix';
      writeFileSync(join(user.folder, path), '{ }');
      const { code, stderr } = nix(user.folder, ['run', '.#manifests']);
      rmSync(join(user.folder, path));
      expect(code, stderr).toBe(0);
      expect(stderr).toContain(
        `warning[nix/untracked] git does not track 1 file, so the flake does not see it: ${path}`,
      );
      expect(stderr).toContain(`git add ${path}`);
      expect(existsSync(join(user.folder, '.k8s/later.yaml'))).toBe(false);
    });

    test('a second run changes nothing', () => {
      const { code, stderr } = nix(user.folder, ['run', '.#manifests']);
      expect(code, stderr).toBe(0);
      expect(git(user.folder, ['status', '--porcelain'])).toBe('');
    });
  });

  describe('copied from the example', () => {
    let user: Checkout;

    beforeAll(() => {
      user = userRepository(join(gantry.folder, 'examples/homelab'), gantry);
    });

    afterAll(() => {
      user.remove();
    });

    test('the flake gives the same bundle text as gantry.nix alone', () => {
      const ofFlake = nix(user.folder, ['eval', '--json', '.#gantry.bundle']);
      const ofFile = nix(gantry.folder, ['eval', '--json', '.#bundle']);
      expect(ofFlake.stdout).toBe(ofFile.stdout);
    });

    test('nix run .#manifests and nix flake check find nothing to do', () => {
      for (const args of [
        ['run', '.#manifests'],
        ['flake', 'check'],
      ]) {
        const { code, stderr } = nix(user.folder, args);
        expect(code, stderr).toBe(0);
      }
      expect(git(user.folder, ['status', '--porcelain'])).toBe('');
    });

    test('the check names a manifest that is missing', () => {
      const [path = ''] = git(user.folder, ['ls-files', '.k8s']).split('\n');
      rmSync(join(user.folder, path));
      const { code, stderr } = nix(user.folder, ['flake', 'check', '--print-build-logs']);
      expect(code).not.toBe(0);
      expect(stderr).toContain(path);
    });
  });

  test('without a system mkApps says what to write', () => {
    const apply = ['--apply', 'lib: lib.mkApps { }'];
    const { code, stderr } = nix(gantry.folder, ['eval', '.#lib', ...apply, ...offline]);
    expect(code).not.toBe(0);
    expect(stderr).toContain('mkApps { system = "x86_64-linux"; }');
  });
});
