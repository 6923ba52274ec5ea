import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout, commitAll, git } from './checkout.ts';
import { nix, nixBuilds, offline, standIn } from './nix.ts';

const fixture = fileURLToPath(new URL('../fixtures/user-flake', import.meta.url));

describe.skipIf(!nixBuilds)("a user's flake with Gantry as its input", () => {
  let gantry: { folder: string; remove: () => void };
  let folder: string;

  beforeAll(() => {
    gantry = checkout();
    folder = mkdtempSync(join(tmpdir(), 'gantry-user-'));
    cpSync(fixture, folder, { recursive: true });
    pointAt(folder, gantry.folder);
    git(folder, ['init', '--quiet']);
    git(folder, ['add', '--all']);
    expect(nix(folder, ['flake', 'lock'])).toMatchObject({ code: 0 });
    commitAll(folder);
  });

  afterAll(() => {
    gantry.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test('nix run .#manifests renders its own modules', () => {
    const { code, stderr } = nix(folder, ['run', '.#manifests']);
    expect(code, stderr).toBe(0);
    expect(existsSync(join(folder, '.k8s/hello.yaml'))).toBe(true);
  });

  test('the check is red until the manifests are committed', () => {
    const before = nix(folder, ['flake', 'check']);
    expect(before.code).not.toBe(0);

    commitAll(folder);
    const after = nix(folder, ['flake', 'check']);
    expect(after.code, after.stderr).toBe(0);
  });

  test('a second run changes nothing', () => {
    const { code, stderr } = nix(folder, ['run', '.#manifests']);
    expect(code, stderr).toBe(0);
    expect(git(folder, ['status', '--porcelain'])).toBe('');
  });

  test('without a system mkApps says what to write', () => {
    const apply = ['--apply', 'lib: lib.mkApps { }'];
    const { code, stderr } = nix(gantry.folder, ['eval', '.#lib', ...apply, ...offline]);
    expect(code).not.toBe(0);
    expect(stderr).toContain('mkApps { system = "x86_64-linux"; }');
  });
});

// The input becomes the working tree, so that what the command evaluates itself is locked too.
function pointAt(folder: string, gantryFolder: string): void {
  const flake = join(folder, 'flake.nix');
  const inputs = `inputs.gantry.url = "git+file://${gantryFolder}";\n  inputs.gantry.inputs.nixpkgs.url = "${standIn}";`;
  const text = readFileSync(flake, 'utf8');
  writeFileSync(flake, text.replace('inputs.gantry.url = "github:example/gantry";', inputs));
}
