import { execa } from 'execa';
import { scrubbedEnvironment } from './environment.ts';

/** The two ends of a conversation with a program: lines it says, text to tell it. */
export interface Line {
  readonly lines: AsyncIterator<string>;
  readonly tell: (text: string) => void;
}

/** How it went: `missing` when there is no such program. */
export type Conversed<T> =
  { readonly missing: true } | { readonly missing: false; readonly value: T };

/** Talks with a program over its standard input and output until `talk` is done, then takes leave of it. */
export async function converse<T>(
  program: string,
  args: readonly string[],
  talk: (line: Line) => Promise<T>,
): Promise<Conversed<T>> {
  const child = execa(program, args, {
    env: scrubbedEnvironment(process.env),
    extendEnv: false,
    stderr: 'ignore',
    buffer: false,
    reject: false,
  });
  // A program that is gone takes no input; that it is gone shows in its lines.
  child.stdin.on('error', () => undefined);
  const lines = child.iterable()[Symbol.asyncIterator]();
  try {
    const value = await talk({ lines, tell: (text) => void child.stdin.write(text) });
    child.stdin.end();
    child.stdout.resume();
    return (await child).code === 'ENOENT' ? { missing: true } : { missing: false, value };
  } finally {
    child.kill();
  }
}
