import { printable, printableJson } from '../core/printable.ts';
import { withColours } from './style.ts';

/** What the global options say of how much is shown, and how. */
export interface Manner {
  /** Nothing but errors, and what a command was asked to print. */
  readonly quiet: boolean;
  /** Every info and every place. */
  readonly verbose: boolean;
  readonly color: 'auto' | 'always' | 'never';
}

let manner: Manner = { quiet: false, verbose: false, color: 'auto' };

/** Sets it for the rest of the process. */
export function setManner(wanted: Manner): void {
  manner = wanted;
}

export function currentManner(): Manner {
  return manner;
}

/** Text for people on stdout. What a terminal would obey is written out, wherever it comes from. */
export function say(text: string): void {
  write(process.stdout, text);
}

/** Text that says what a command did, which --quiet leaves out. */
export function sayNews(text: string): void {
  if (!manner.quiet) say(text);
}

/** The same on stderr: findings, questions, what is going on. */
export function tell(text: string): void {
  write(process.stderr, text);
}

/** A document for programs on stdout: byte for byte into a pipe or a file, harmless on a terminal. */
export function give(text: string): void {
  process.stdout.write(process.stdout.isTTY ? printable(text) : text);
}

/** A JSON document on stdout. Escapes stand in it as JSON writes them: it is the same document for programs. */
export function giveJson(value: unknown, space?: number): void {
  process.stdout.write(`${printableJson(JSON.stringify(value, null, space))}\n`);
}

/** Whether a stream is shown colours: as `--color` says, else NO_COLOR and FORCE_COLOR, else where it is a terminal. */
export function hasColours(stream: { readonly isTTY?: boolean }): boolean {
  if (manner.color !== 'auto') return manner.color === 'always';
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if ((NO_COLOR ?? '') !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Printable text keeps no mark of a format, so each part between marks is made printable by itself. */
function write(stream: NodeJS.WriteStream, text: string): void {
  const parts = text.split(/([\ufdd0-\ufddf])/);
  const safe = parts.map((part, index) => (index % 2 === 0 ? printable(part) : part)).join('');
  stream.write(withColours(safe, hasColours(stream)));
}
