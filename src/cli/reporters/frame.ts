import { printable } from '../../core/printable.ts';
import { styled } from '../style.ts';

/** A line of source, and where in it, counted from 1. */
export interface FrameLine {
  readonly number: number;
  readonly text: string;
  readonly column?: number;
  readonly before?: string;
}

/** Characters of a long line that are shown, and how many of them stand before the place. */
const WIDEST = 88;
const BEFORE = 32;

/**
 * A code frame, without final line feed: the line, cut around the place where it is long, and carets under the token.
 * Nothing of it is obeyed by a terminal.
 */
export function codeFrame({ number, text, column, before }: FrameLine): string {
  const at = Math.min(Math.max((column ?? 1) - 1, 0), text.length);
  const { start, end, isCut } = windowOf(text, column === undefined ? 0 : at);
  const length = column === undefined ? 0 : tokenLength(text.slice(at));
  const front = `${isCut ? '…' : ''}${shown(text.slice(start, at))}`;
  const token = shown(text.slice(at, at + length));
  const back = `${shown(text.slice(at + length, end))}${end < text.trimEnd().length ? '…' : ''}`;
  const gutter = String(number);
  const bar = (label: string) => styled('blue', `${label.padStart(gutter.length + 4)} |`);
  const context =
    before === undefined || isCut
      ? ''
      : `${bar(String(number - 1).padStart(gutter.length))} ${shown(before.slice(Math.min(start, before.search(/\S/))).slice(0, WIDEST)).trimEnd()}\n`;
  const source = `${context}${bar(gutter)} ${front}${token}${back}`.trimEnd();
  if (length === 0) return source;
  const carets = styled('red', '^'.repeat(Math.max(1, widthOf(token))));
  return `${source}\n${bar('')} ${' '.repeat(widthOf(front))}${carets}`;
}

/** Leading blanks are left out; a long line is cut around the place. */
function windowOf(text: string, at: number): { start: number; end: number; isCut: boolean } {
  const first = Math.min(Math.max(text.search(/\S/), 0), at);
  const last = text.trimEnd().length;
  const isCut = last - first > WIDEST && at - first > BEFORE;
  const start = isCut ? at - BEFORE : first;
  return { start, end: Math.max(at, Math.min(last, start + WIDEST)), isCut };
}

/** A word, a number, a text between quotes, or one character. */
function tokenLength(rest: string): number {
  const [token = ''] =
    /^(?:[\p{L}_][\p{L}\w'-]*(?:\.[\p{L}_][\p{L}\w'-]*)*|"(?:[^"\\]|\\.)*"|'[^']*'|[\d.]+|.)/u.exec(
      rest,
    ) ?? [];
  return Math.min(token.length, WIDEST - BEFORE);
}

function shown(text: string): string {
  return printable(text).replaceAll('\t', ' ');
}

/** Columns of a terminal: those of East Asia and pictures take two, marks that are put onto others none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\u200d/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
