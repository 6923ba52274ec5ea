import { resolve } from 'node:path';
import type { Result } from '../core/result.ts';
import { evaluatorOf, type Evaluator } from '../nix/evaluator.ts';
import type { RunOptions } from './options.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What evaluates a project for a run. */
export function projectEvaluator(
  root: string,
  { environment, cwd, flake, grants }: Pick<RunOptions, 'environment' | 'cwd' | 'flake' | 'grants'>,
): Promise<Result<Evaluator>> {
  const chosen = flake === undefined ? {} : { flake };
  const keyFiles = namedKeyFiles(environment, cwd);
  return evaluatorOf({ root, ...chosen, environment, keyFiles, grants });
}

const VARIABLES = ['SOPS_AGE_KEY_FILE', 'SOPS_AGE_SSH_PRIVATE_KEY_FILE'];

/** Absolute paths of the identity files that the environment names: they may lie in the project and look like anything. */
export function namedKeyFiles(environment: Environment, cwd: string): string[] {
  const named = VARIABLES.map((name) => environment[name]);
  return named.flatMap((path) => (path === undefined || path === '' ? [] : [resolve(cwd, path)]));
}
