// Runs the real Nix for tests: one process per call, no network, no configuration of the machine.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root, without a final slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Is there a Nix to run? Tests that need it skip visibly without. */
export const hasNix = spawnSync('nix', ['--version']).status === 0;

export type Evaluation =
  | { readonly ok: true; readonly value: unknown; readonly stderr: string }
  | { readonly ok: false; readonly stderr: string };

/** Evaluates a Nix expression to JSON. Relative paths in it start at the repository's root. */
export function evaluate(expression: string): Evaluation {
  const { status, stdout, stderr } = spawnSync(
    'nix',
    ['eval', '--impure', '--json', '--show-trace', '--expr', expression],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, NIX_CONFIG: 'experimental-features = nix-command flakes' },
    },
  );
  return status === 0
    ? { ok: true, value: JSON.parse(stdout) as unknown, stderr }
    : { ok: false, stderr };
}

/** The value of an expression that has to evaluate. */
export function evaluated(expression: string): unknown {
  const result = evaluate(expression);
  if (!result.ok) throw new Error(result.stderr);
  return result.value;
}

/** What Nix says about an expression that has to fail. */
export function evaluationError(expression: string): string {
  const result = evaluate(expression);
  if (result.ok) throw new Error(`evaluates to ${JSON.stringify(result.value)}`);
  return result.stderr;
}

/** A JavaScript string as a Nix expression. */
export function nixString(text: string): string {
  return JSON.stringify(text).replaceAll('$', '\\$');
}
