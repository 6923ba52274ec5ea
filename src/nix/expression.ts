import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { run } from '../process/run.ts';
import { readNixMessages } from './messages.ts';

/** An expression of our own, and the one folder it may read. */
export interface Expression {
  readonly expression: string;
  /** Absolute path of the folder that holds Gantry's nix/ and generated/. */
  readonly library: string;
  readonly storeArguments: readonly string[];
}

/** Evaluates an expression, handed over on stdin, that reads Gantry's library and nothing else. */
export async function evaluateExpression({
  expression,
  library,
  storeArguments,
}: Expression): Promise<Result<unknown>> {
  const finished = await run({
    program: 'nix',
    args: [
      ...['eval', '--json', '--show-trace', '--log-format', 'internal-json'],
      ...['--extra-experimental-features', 'nix-command', ...storeArguments],
      ...['--option', 'restrict-eval', 'true'],
      ...['-I', `${library}/nix`, '-I', `${library}/generated`, '-f', '-'],
    ],
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
