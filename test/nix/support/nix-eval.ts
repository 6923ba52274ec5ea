import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's `nix/` folder. */
export const nixFolder = fileURLToPath(new URL('../../../nix', import.meta.url));

export const hasNix = spawnSync('nix', ['--version']).status === 0;

export interface NixRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `nix eval --json` on an expression, which sees `nix` (the folder), `lib` (Gantry's) and `input` (the data,
 * passed through a file).
 */
export function runNix(
  expression: string,
  input: unknown = null,
  options: readonly string[] = [],
): NixRun {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-nix-test-'));
  try {
    const data = path.join(folder, 'input.json');
    const file = path.join(folder, 'expression.nix');
    writeFileSync(data, JSON.stringify(input));
    writeFileSync(
      file,
      `let nix = ${nixFolder}; lib = import (nix + "/lib"); input = builtins.fromJSON (builtins.readFile ${data}); in\n${expression}\n`,
    );
    const { status, stdout, stderr } = spawnSync(
      'nix',
      ['eval', '--json', ...options, '-f', file],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, NIX_CONFIG: 'experimental-features = nix-command flakes' },
      },
    );
    return { status, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The value of an expression; a failing evaluation fails the test with Nix's message. */
export function evaluate(expression: string, input: unknown = null): unknown {
  const { status, stdout, stderr } = runNix(expression, input);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
