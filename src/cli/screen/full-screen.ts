import { printable } from '../../core/printable.ts';
import { hasColours } from '../output.ts';
import { withColours } from '../style.ts';
import { readKeys, type Key } from './keys.ts';

/** The second screen of a terminal, which has no scrollback, with a hidden cursor; and the way back. */
const ENTER = '\u001b[?1049h\u001b[?25l';
const CLEAR = '\u001b[H\u001b[2J';
const LEAVE = `${CLEAR}\u001b[?25h\u001b[?1049l`;

/** Used where a terminal does not know its size. */
const ROWS = 24;
const COLUMNS = 80;

/**
 * A terminal as one screen: what is drawn replaces what was, keys come one by one, and nothing stays behind. The terminal is
 * put back however the process ends, as far as it can know of it.
 */
export class FullScreen {
  readonly #keys: Key[] = [];
  #waiting: ((key: Key) => void) | undefined;

  constructor() {
    process.stdout.write(ENTER);
    process.once('exit', this.#leave);
    process.stdin.setRawMode(true);
    process.stdin.setEncoding('utf8');
    process.stdin.on('data', this.#read).on('end', this.#ended).on('error', this.#ended).resume();
  }

  get rows(): number {
    return process.stdout.rows > 0 ? process.stdout.rows : ROWS;
  }

  /** Draws lines from the top; what does not fit is left out. Marks of formats are drawn, escapes of others shown. */
  draw(lines: readonly string[]): void {
    const columns = process.stdout.columns > 0 ? process.stdout.columns : COLUMNS;
    const fitting = lines.slice(0, this.rows - 1).map((line) => cut(line, columns));
    process.stdout.write(CLEAR + withColours(fitting.join('\r\n'), hasColours(process.stdout)));
  }

  /** Sends a sequence that the terminal is to obey. */
  send(sequence: string): void {
    process.stdout.write(sequence);
  }

  /** The next key; undefined when none is pressed within so many milliseconds. Ctrl-C ends the process as it would elsewhere. */
  async key(milliseconds?: number): Promise<Key | undefined> {
    const known = this.#keys.shift();
    if (known !== undefined) return known;
    return new Promise((resolve) => {
      const timer =
        milliseconds === undefined
          ? undefined
          : setTimeout(() => {
              this.#waiting = undefined;
              resolve(undefined);
            }, milliseconds);
      this.#waiting = (key) => {
        clearTimeout(timer);
        resolve(key);
      };
    });
  }

  close(): void {
    process.off('exit', this.#leave);
    process.stdin.off('data', this.#read).off('end', this.#ended).off('error', this.#ended).pause();
    this.#leave();
  }

  readonly #read = (chunk: string): void => {
    for (const key of readKeys(chunk)) {
      // Whoever waits for a key is left behind: the signal ends the process.
      if ('name' in key && key.name === 'interrupt') process.kill(process.pid, 'SIGINT');
      else this.#push(key);
    }
  };

  readonly #ended = (): void => {
    this.#push({ name: 'end' });
  };

  readonly #leave = (): void => {
    process.stdout.write(LEAVE);
    process.stdin.setRawMode(false);
  };

  #push(key: Key): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting === undefined) this.#keys.push(key);
    else waiting(key);
  }
}

/** Marks of formats take no column; everything between them is printable text. */
function cut(line: string, columns: number): string {
  let left = columns;
  return line
    .split(/([\ufdd0-\ufddf])/)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const shown = Array.from(printable(part).replaceAll(/[\n\t]/g, ' ')).slice(0, left);
      left -= shown.length;
      return shown.join('');
    })
    .join('');
}
