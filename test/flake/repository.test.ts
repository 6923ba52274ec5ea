import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout, git, type Checkout } from './checkout.ts';
import { sharedCheckout } from './shared-checkout.ts';
import { nix, nixBuilds, nixEvaluates, offline, standIn, type Ended } from './nix.ts';

let folder: string;
let remove: Checkout['remove'];

beforeAll(() => {
  sharedCheckout();
  ({ folder, remove } = checkout());
});

afterAll(() => {
  remove();
});

/** Runs nix while a file of the checkout says something else. */
function withChange(path: string, change: (text: string) => string, args: string[]): Ended {
  const file = join(folder, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const ended = nix(folder, [...args, ...offline]);
  git(folder, ['checkout', '--quiet', path]);
  return ended;
}

/** What a Nix expression makes of this flake's `outputs` on the stand-in `nixpkgs`. */
function outputsAs(expression: string): unknown {
  const outputs = `(import ${folder}/flake.nix).outputs { inherit nixpkgs; self = null; }`;
  const bound = `let nixpkgs = builtins.getFlake "${standIn}"; outputs = ${outputs}; in ${expression}`;
  const { stdout, stderr } = nix(folder, ['eval', '--impure', '--json', '--expr', bound]);
  return stdout === '' ? stderr : JSON.parse(stdout);
}

describe.skipIf(!nixEvaluates)('evaluating this flake with no network', () => {
  test('the bundle of the example needs no nixpkgs, as bundle and as gantry.bundle', () => {
    const [bundle, gantry] = ['.#bundle', '.#gantry.bundle'].map((output) =>
      nix(folder, ['eval', '--json', output]),
    );
    expect(bundle?.stderr).not.toContain('error:');
    expect(JSON.parse(bundle?.stdout ?? '')).toMatchObject({ contract: 'gantry/v1' });
    expect(gantry?.stdout).toBe(bundle?.stdout);
  });

  test('the lock file is complete', () => {
    const { code } = nix(folder, ['flake', 'metadata', '--json', '--no-update-lock-file']);
    expect(code).toBe(0);
    expect(git(folder, ['status', '--porcelain'])).toBe('');
  });

  test('lib has what user flakes call, and so has what its override gives', () => {
    const names = 'lib: map builtins.attrNames [ lib (lib.override { inherit (lib) pkgs; }) ]';
    const { stdout } = nix(folder, ['eval', '--json', '.#lib', '--apply', names]);
    const [lib, overridden] = JSON.parse(stdout) as string[][];
    expect(lib).toEqual(
      expect.arrayContaining([
        ...['evalModules', 'kubenix', 'lib', 'mkApps', 'mkChecks', 'mkFlake', 'mkProject'],
        ...['optionsToIR', 'override', 'pkgs', 'release'],
      ]),
    );
    expect(overridden).toEqual(lib);
  });

  test('every system has the same outputs', () => {
    const found = outputsAs(`builtins.mapAttrs (_: builtins.mapAttrs (_: builtins.attrNames)) {
      inherit (outputs) apps checks devShells packages;
    }`);
    const names = {
      apps: [
        'check',
        'codegen',
        'default',
        'diff',
        'gmanifests',
        'manifests',
        'secrets',
        'umanifests',
        'validate',
        'vmanifests',
      ],
      checks: ['codegen', 'manifests', 'unit'],
      devShells: ['default'],
      packages: ['default', 'gantry'],
    };
    const systems = ['aarch64-darwin', 'aarch64-linux', 'x86_64-darwin', 'x86_64-linux'];
    for (const [output, of] of Object.entries(names)) {
      const wanted = Object.fromEntries(systems.map((system) => [system, of]));
      expect(found, output).toMatchObject({ [output]: wanted });
    }
  });

  test('the overlay adds the package', () => {
    const pkgs = 'nixpkgs.legacyPackages.x86_64-linux';
    const overlaid = `(outputs.overlays.default ${pkgs} ${pkgs}).gantry`;
    const same = `${overlaid}.drvPath == outputs.packages.x86_64-linux.default.drvPath`;
    expect(outputsAs(same)).toBe(true);
  });

  test('a lock file of npm that the recorded hash does not belong to is refused', () => {
    const build = ['build', '--no-link', '.#gantry'];
    const { code, stderr } = withChange('package-lock.json', (text) => `${text}\n`, build);
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

  test('nix flake check holds', () => {
    const { code, stderr } = nix(folder, ['flake', 'check', ...offline]);
    expect(code, stderr).toBe(0);
  });

  test.each([
    ['manifests', 'examples/homelab/.k8s/bootstrap/namespaces.yaml', 'error[check/hand-edited]'],
    ['codegen', 'examples/homelab/generated/homelab.ts', 'error[codegen/drift]'],
    ['unit', 'test/fixtures/kubenix/file-order/golden.json', 'kubenix: file-order'],
  ])('checks.%s fails when %s is changed', (check, path, words) => {
    const build = ['build', '--no-link', '--print-build-logs', `.#checks.x86_64-linux.${check}`];
    const changed = path.endsWith('.json') ? () => '{}' : (text: string) => `${text}# edited\n`;
    const { code, stderr } = withChange(path, changed, build);
    expect(code).not.toBe(0);
    expect(stderr).toContain(words);
  });

  test('the shell has gantry, and the programs that make keys and read files by hand', () => {
    const commands = 'gantry --version && age-keygen && sops';
    const shell = nix(folder, ['develop', ...offline, '--command', 'sh', '-c', commands]);
    expect(shell, shell.stderr).toMatchObject({ code: 0, stdout: '0.1.0\nage-keygen\nsops\n' });
  });

  test('nix fmt formats', () => {
    expect(nix(folder, ['fmt', ...offline, 'flake.nix'])).toMatchObject({
      code: 0,
      stdout: 'treefmt flake.nix\n',
    });
  });
});
