import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { run, type Finished } from '../process/run.ts';
import { evalArguments, type Evaluation } from './arguments.ts';
import { diagnose, failingModule } from './diagnose.ts';
import { readNixMessages } from './messages.ts';
import { inWorkingTree } from './working-tree.ts';

/** What an evaluation gave: the JSON value, undecoded, and what modules printed with `builtins.trace`. */
export interface Evaluated {
  readonly value: unknown;
  readonly traces: readonly string[];
}

/**
 * Evaluates a project in one `nix eval --json`. When a module fails it is dropped and the rest evaluated again, so
 * that every broken module is reported: k failures cost k + 1 runs. A failure outside any module ends at once.
 */
export async function evaluate(evaluation: Evaluation): Promise<Result<Evaluated>> {
  const diagnostics: Diagnostic[] = [];
  const excluded = new Set<string>();
  for (;;) {
    const finished = await run(evalArguments(evaluation, [...excluded]));
    const { errors, others } = readNixMessages(finished.stderr);
    if (finished.exitCode === 0) {
      if (diagnostics.length > 0) return failure(...withoutRepeats(diagnostics));
      return success({ value: JSON.parse(finished.stdout) as unknown, traces: others });
    }
    const last = errors.at(-1);
    if (last === undefined) return failure(...diagnostics, crash(finished, others));
    const error =
      evaluation.flake === undefined ? last : inWorkingTree(last, evaluation.projectRoot);
    diagnostics.push(diagnose(error, evaluation));
    const module = failingModule(error);
    if (module === undefined || excluded.has(module) || sameFailures(diagnostics) >= MOST_REPEATS) {
      return failure(...withoutRepeats(diagnostics));
    }
    excluded.add(module);
  }
}

/** A mistake in a file that every module reads fails every module alike: this many times is enough to know. */
const MOST_REPEATS = 3;

function sameFailures(diagnostics: readonly Diagnostic[]): number {
  const last = diagnostics.at(-1);
  return diagnostics.filter(
    (diagnostic) => last !== undefined && identity(diagnostic) === identity(last),
  ).length;
}

/** Keeps the first of findings that differ in the module alone. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(diagnostics.toReversed().map((found) => [identity(found), found])).values(),
  ].reverse();
}

function identity({ message, origin, file }: Diagnostic): string {
  return JSON.stringify([message, origin ?? file]);
}

function crash(finished: Finished, others: readonly string[]): Diagnostic {
  if (finished.missing) {
    return errorAt('nix/missing', 'the program nix is not installed or not on PATH', {
      help: 'run `make setup`, or install Nix: sh <(curl -L https://nixos.org/nix/install)',
    });
  }
  const ending = finished.signal ?? `exit code ${finished.exitCode ?? -1}`;
  const said = others.slice(-8).join('\n');
  if (finished.overflow)
    return errorAt('nix/too-large', 'the evaluated bundle is larger than 512 MiB');
  return errorAt('nix/crashed', `nix ended with ${ending}${said === '' ? '' : `:\n${said}`}`);
}
