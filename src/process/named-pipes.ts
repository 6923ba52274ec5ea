import { closeSync, constants, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { run, type Command, type Finished } from './run.ts';

/** What goes through the two pipes: their texts, or their paths. */
export interface Piped {
  /** Read as often as the program likes; it may get the text several times over. */
  readonly settings: string;
  /** Read once and then written anew, with no more than a pipe holds: it is taken up when the program has ended. */
  readonly rewritten: string;
}

/**
 * Runs a program that insists on names of files, with named pipes in their place: nothing it reads or writes is in a
 * file. Undefined where none can be made.
 */
export async function runOverPipes(
  texts: Piped,
  command: (paths: Piped) => Command,
): Promise<(Finished & { readonly rewritten: string }) | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-pipes-')).catch(() => undefined);
  if (folder === undefined) return undefined;
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  try {
    const paths = { settings: join(folder, 'settings.yaml'), rewritten: join(folder, 'file.yaml') };
    const made = await run({ program: 'mkfifo', args: ['-m', '600', ...Object.values(paths)] });
    return made.exitCode === 0 ? await runAndServe(texts, paths, command(paths)) : undefined;
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** Between two looks for a program that has opened a pipe. */
const PAUSE_MS = 5;

async function runAndServe(texts: Piped, paths: Piped, command: Command) {
  const ended = run(command);
  const running = (): Promise<boolean> =>
    Promise.race([ended.then(() => false), setTimeout(PAUSE_MS, true)]);
  let back: number | undefined;
  try {
    do {
      await offer(paths.settings, texts.settings);
      back ??= await offer(paths.rewritten, texts.rewritten, () =>
        openSync(paths.rewritten, constants.O_RDONLY | constants.O_NONBLOCK),
      );
    } while (await running());
    const rewritten = back === undefined ? '' : readFileSync(back, 'utf8');
    return { ...(await ended), rewritten };
  } finally {
    if (back !== undefined) closeSync(back);
  }
}

/**
 * Gives a text to whoever has the pipe open for reading; undefined when nobody has. An open that waits for a reader would
 * hold this process when none comes. `before` runs before the reader sees the end of the text.
 */
async function offer<T>(path: string, text: string, before?: () => T): Promise<T | undefined> {
  const pipe = unlessRefused('ENXIO', () =>
    openSync(path, constants.O_WRONLY | constants.O_NONBLOCK),
  );
  if (pipe === undefined) return undefined;
  try {
    let rest = Buffer.from(text);
    while (rest.length > 0) {
      const written = unlessRefused('EAGAIN', () => writeSync(pipe, rest));
      rest = rest.subarray(written ?? 0);
      if (written === undefined) await setTimeout(PAUSE_MS);
    }
    return before?.();
  } catch (error) {
    // The reader left in the middle; how it ended says why.
    if (errorCode(error) === 'EPIPE') return undefined;
    throw error;
  } finally {
    closeSync(pipe);
  }
}

function unlessRefused<T>(code: string, call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (errorCode(error) === code) return undefined;
    throw error;
  }
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
