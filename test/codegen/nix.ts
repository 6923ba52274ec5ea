import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const TREES = join(ROOT, 'test', 'codegen', 'trees');

const HAS_NIX = spawnSync('nix', ['--version']).status === 0;

/** The `lib`s to test with: the embedded one, and nixpkgs' when $NIXPKGS_LIB names it; none without Nix. */
export const LIBS: readonly { name: string; folder: string }[] = [
  { name: 'embedded lib', folder: join(ROOT, 'nix', 'lib') },
  { name: 'nixpkgs lib', folder: process.env['NIXPKGS_LIB'] ?? '' },
].filter(({ folder }) => HAS_NIX && folder !== '' && existsSync(join(folder, 'default.nix')));

/**
 * `nix eval --json` of an expression in which `lib` and `optionsToIR` are bound. Gives what Nix says
 * instead of a value when it fails.
 */
export function evalWith(folder: string, expression: string): { value: unknown; error: string } {
  const text = `
    let
      lib = import ${folder};
      optionsToIR = import ${ROOT}/nix/bridge/options.nix { inherit lib; };
    in
    ${expression}`;
  const scratch = mkdtempSync(join(tmpdir(), 'gantry-codegen-'));
  const file = join(scratch, 'case.nix');
  writeFileSync(file, text);
  const result = spawnSync(
    'nix',
    ['--extra-experimental-features', 'nix-command', 'eval', '--json', '-f', file],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  rmSync(scratch, { recursive: true });
  return result.status === 0
    ? { value: JSON.parse(result.stdout), error: '' }
    : { value: undefined, error: result.stderr };
}
