import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout, commitAll, git, type Checkout } from './checkout.ts';
import { nix, nixBuilds, nixEvaluates, offline } from './nix.ts';

let folder: string;
let remove: Checkout['remove'];

beforeAll(() => {
  ({ folder, remove } = checkout());
});

afterAll(() => {
  remove();
});

describe.skipIf(!nixEvaluates)('evaluating this flake with no network', () => {
  test('the bundle of the example needs no nixpkgs', () => {
    const { code, stdout, stderr } = nix(folder, ['eval', '--json', '.#bundle']);
    expect(stderr).not.toContain('error:');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ contract: 'gantry/v1' });
  });

  test('gantry.bundle is the same text', () => {
    const [bundle, gantry] = ['.#bundle', '.#gantry.bundle'].map(
      (output) => nix(folder, ['eval', '--json', output]).stdout,
    );
    expect(gantry).toBe(bundle);
  });

  test('the lock file is complete', () => {
    const { code } = nix(folder, ['flake', 'metadata', '--json', '--no-update-lock-file']);
    expect(code).toBe(0);
    expect(git(folder, ['status', '--porcelain'])).toBe('');
  });

  test('lib has what user flakes call', () => {
    const names = ['--apply', 'builtins.attrNames'];
    const { stdout } = nix(folder, ['eval', '--json', '.#lib', ...names]);
    expect(JSON.parse(stdout)).toEqual(
      expect.arrayContaining(['mkApps', 'mkChecks', 'mkProject', 'override']),
    );
  });

  test('a lock file of npm that the recorded hash does not belong to is refused', () => {
    appendFileSync(join(folder, 'package-lock.json'), '\n');
    const { code, stderr } = nix(folder, ['build', '--no-link', '.#gantry', ...offline]);
    git(folder, ['checkout', '--quiet', 'package-lock.json']);
    expect(code).not.toBe(0);
    expect(stderr).toContain('run scripts/node-modules-hash');
  });
});

describe.skipIf(!nixBuilds)('running this flake with no network', () => {
  test('nix run .#manifests renders the example and leaves a clean clone clean', () => {
    const project = ['--', '--project', 'examples/homelab'];
    const { code, stderr } = nix(folder, ['run', '.#manifests', ...offline, ...project]);
    expect(code, stderr).toBe(0);
    expect(git(folder, ['status', '--porcelain'])).toBe('');
  });

  test('nix flake check holds, and no longer when a manifest was edited by hand', () => {
    const fresh = nix(folder, ['flake', 'check', ...offline]);
    expect(fresh.code, fresh.stderr).toBe(0);

    appendFileSync(join(folder, someManifest()), '# edited\n');
    commitAll(folder);
    const edited = nix(folder, ['flake', 'check', ...offline]);
    git(folder, ['reset', '--quiet', '--hard', 'HEAD~1']);
    expect(edited.code).not.toBe(0);
    expect(edited.stderr).toContain('gantry-check-manifests');
  });
});

function someManifest(): string {
  const [path] = git(folder, ['ls-files', 'examples/homelab/.k8s/*.yaml']).split('\n');
  return path ?? '';
}
