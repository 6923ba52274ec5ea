import { resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLES = ['SOPS_AGE_KEY_FILE', 'SOPS_AGE_SSH_PRIVATE_KEY_FILE'];

/** Absolute paths of the identity files that the environment names: they may lie in the project and look like anything. */
export function namedKeyFiles(environment: Environment, cwd: string): string[] {
  const named = VARIABLES.map((name) => environment[name]);
  return named.flatMap((path) => (path === undefined || path === '' ? [] : [resolve(cwd, path)]));
}
