import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { tell } from './output.ts';
import type { RunOptions } from '../pipeline/options.ts';

type Show = (text: string) => void;

const onStderr: Show = (text) => {
  tell(`${text}\n`);
};
let show: Show = onStderr;

/** What is said and asked meanwhile is shown this way: a task list redraws its lines and would wipe others out. */
export async function showingThrough<T>(other: Show, work: () => Promise<T>): Promise<T> {
  show = other;
  try {
    return await work();
  } finally {
    show = onStderr;
  }
}

/** Whoever sits at the terminal of this process, whatever its input and output are. */
export const atTerminal: NonNullable<RunOptions['person']> = {
  say: (text) => {
    show(text);
  },
  ask: async (question) => {
    const terminal = openTerminal();
    if (terminal === undefined) return undefined;
    show(`${question} (typing is not shown):`);
    try {
      return await readHidden(terminal);
    } finally {
      terminal.setRawMode(false);
      terminal.destroy();
    }
  },
};

function openTerminal(): ReadStream | undefined {
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch {
    return undefined;
  }
}

const INTERRUPT = '\u0003';
const END = '\u0004';
const ERASE = /[\b\u007f]/;

/** A line without echo. Ctrl-C interrupts the process as it would without raw mode. */
function readHidden(terminal: ReadStream): Promise<string | undefined> {
  terminal.setRawMode(true);
  let typed = '';
  return new Promise((resolve) => {
    terminal.on('end', () => {
      resolve(undefined);
    });
    terminal.on('data', (chunk) => {
      for (const key of chunk.toString()) {
        if (key === INTERRUPT) process.kill(process.pid, 'SIGINT');
        if (key === INTERRUPT || key === END) resolve(undefined);
        else if (key === '\r' || key === '\n') resolve(typed);
        else if (ERASE.test(key)) typed = typed.slice(0, -1);
        else typed += key;
      }
    });
  });
}
