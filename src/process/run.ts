import { execa } from 'execa';
import { scrubbedEnvironment } from './environment.ts';

/** A child process: a program and its arguments, never a shell line. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Standard input; without it the child gets none. */
  readonly input?: string;
  /** Added to the scrubbed environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Most bytes of stdout (and of stderr) that are read; beyond, the child is killed. Default 512 MiB. */
  readonly maxBytes?: number;
  /** How stdout and stderr are read; `latin1` keeps each byte as one character. Default UTF-8. */
  readonly encoding?: 'latin1';
}

/** How a child ended. Nothing here throws: a missing program is `missing`, a signal is named. */
export interface Finished {
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly missing: boolean;
  readonly overflow: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

const DEFAULT_MAX_BYTES = 2 ** 29;

/** Runs a program to its end with a scrubbed environment. */
export async function run(command: Command): Promise<Finished> {
  const result = await execa(command.program, command.args, {
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    env: { ...scrubbedEnvironment(process.env), ...command.env },
    extendEnv: false,
    ...(command.input === undefined ? { stdin: 'ignore' } : { input: command.input }),
    reject: false,
    stripFinalNewline: false,
    maxBuffer: command.maxBytes ?? DEFAULT_MAX_BYTES,
    encoding: command.encoding ?? 'utf8',
  });
  return {
    exitCode: result.exitCode,
    signal: result.signal,
    missing: result.code === 'ENOENT',
    overflow: result.isMaxBuffer,
    stdout: result.stdout,
    stderr: result.stderr,
  };
}
