import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { run, type Command, type Finished } from '../process/run.ts';
import { diagnose, type Folders } from './diagnose.ts';
import { readNixMessages, type NixError } from './messages.ts';

/** What an evaluation gave: the JSON value, undecoded, and what modules printed with `builtins.trace`. */
export interface Evaluated {
  readonly value: unknown;
  readonly traces: readonly string[];
}

/** How a `nix eval --json` ended: with a value, an error of the evaluation, or no word of its own (`crash`). */
export type Ended =
  | { readonly ok: true; readonly evaluated: Evaluated }
  | { readonly ok: false; readonly error: NixError }
  | { readonly ok: false; readonly error: undefined; readonly crash: readonly Diagnostic[] };

/** Runs one `nix eval --json`. Its stdout is read only after exit code 0: Nix prints half a document before it fails. */
export async function runNix(command: Command): Promise<Ended> {
  const finished = await run(command);
  const { errors, others } = readNixMessages(finished.stderr);
  if (finished.exitCode === 0) {
    return {
      ok: true,
      evaluated: { value: JSON.parse(finished.stdout) as unknown, traces: others },
    };
  }
  const error = errors.at(-1);
  return error === undefined
    ? { ok: false, error, crash: [crash(finished, others)] }
    : { ok: false, error };
}

/** The value of one evaluation, or Nix's error; places in messages are told relative to the folders. */
export async function evaluateOnce(command: Command, folders: Folders): Promise<Result<unknown>> {
  return valueOf(await runNix(command), folders);
}

/** What an evaluation that has ended gave, or its diagnostic. */
export function valueOf(ended: Ended, folders: Folders): Result<unknown> {
  if (ended.ok) return success(ended.evaluated.value);
  return failure(...(ended.error === undefined ? ended.crash : [diagnose(ended.error, folders)]));
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
    return errorAt('nix/too-large', 'what was evaluated is larger than 512 MiB');
  return errorAt('nix/crashed', `nix ended with ${ending}${said === '' ? '' : `:\n${said}`}`);
}
