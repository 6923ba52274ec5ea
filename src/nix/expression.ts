import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { run } from '../process/run.ts';
import { NO_GRANTS } from './grants.ts';
import { isolated } from './isolation.ts';
import { libraryFolder } from './library.ts';
import { readNixMessages } from './messages.ts';
import { projectStore } from './store.ts';

/** Evaluates an expression of our own, handed over on stdin, that reads Gantry's library and nothing else. */
export async function evaluateExpression(
  expression: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<unknown>> {
  const library = libraryFolder();
  const store = await projectStore(environment, 'expressions');
  if (!store.ok) return store;
  const reach = { library, readable: [], store: store.value, grants: NO_GRANTS };
  const finished = await run({
    program: 'nix',
    args: [...isolated(reach), '-f', '-'],
    input: expression,
  });
  if (finished.exitCode === 0) return success(JSON.parse(finished.stdout) as unknown);
  const { errors, others } = readNixMessages(finished.stderr);
  const error = errors.at(-1);
  if (error !== undefined) {
    const message = error.text.replaceAll(`${library}/`, 'gantry:');
    return failure(errorAt('nix/evaluation', message));
  }
  return failure(
    finished.missing
      ? errorAt('nix/missing', 'the program nix is not installed or not on PATH')
      : errorAt('nix/crashed', `nix ended without a message: ${others.slice(-3).join(' ')}`),
  );
}
