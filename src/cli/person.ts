import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { tell } from './output.ts';
import { readKeys, withoutLast } from './screen/keys.ts';
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
  ask: async (question) => (await askHidden([question]))?.[0],
};

/**
 * The answers to some questions, typed without echo; undefined where there is no terminal, or it is closed or left with
 * Ctrl-D. What is pasted with line feeds answers several questions: nothing of it is left for the shell.
 */
export async function askHidden(questions: readonly string[]): Promise<string[] | undefined> {
  const terminal = openTerminal();
  if (terminal === undefined) return undefined;
  terminal.setRawMode(true);
  const line = hiddenLines(terminal);
  const answers: string[] = [];
  try {
    for (const question of questions) {
      show(`${question} (typing is not shown):`);
      const answer = await line();
      if (answer === undefined) return undefined;
      answers.push(answer);
    }
    return answers;
  } finally {
    terminal.setRawMode(false);
    terminal.destroy();
  }
}

function openTerminal(): ReadStream | undefined {
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch {
    return undefined;
  }
}

/** Reads lines without echo. Ctrl-C interrupts the process as it would without raw mode. */
function hiddenLines(terminal: ReadStream): () => Promise<string | undefined> {
  const lines: (string | undefined)[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let typed = '';
  const end = (line: string | undefined): void => {
    typed = '';
    if (waiting === undefined) lines.push(line);
    else waiting(line);
    waiting = undefined;
  };
  terminal.setEncoding('utf8');
  terminal.on('end', () => {
    end(undefined);
  });
  terminal.on('data', (chunk: string) => {
    for (const key of readKeys(chunk)) {
      if ('text' in key) typed += key.text;
      else if (key.name === 'enter') end(typed);
      else if (key.name === 'erase') typed = withoutLast(typed);
      else if (key.name === 'clear') typed = '';
      else if (key.name === 'end') end(undefined);
      // What waits for a line is left behind: the signal ends the process.
      else if (key.name === 'interrupt') process.kill(process.pid, 'SIGINT');
    }
  });
  return () =>
    lines.length > 0
      ? Promise.resolve(lines.shift())
      : new Promise((resolve) => {
          waiting = resolve;
        });
}
