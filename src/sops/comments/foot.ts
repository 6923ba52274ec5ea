import { columnOf } from '../../yaml/edit.ts';
import type { Mark } from './collections.ts';

/**
 * Whether go-yaml takes the comment at an offset, on a line of its own, for the foot of what stands before it: when it begins right below
 * and an empty line (or the end) follows, or when what follows stands in another column, further left than what is open.
 * Comments in lines one after the other are one.
 */
export function isFoot(text: string, at: number, previous: Mark): boolean {
  const first = firstOfGap(text, at);
  if (!isOneColumn(text, first, at)) return false;
  const lines = linesAround(text, first);
  const open = previous.collection.column ?? 0;
  if (isSplitOff(lines, open)) return at < lines.end && lines.column >= open;
  const { next } = lines;
  return next !== undefined && next < open && next !== lines.column;
}

/**
 * Whether other comments stand above one in its column, right below the content before and cut off by an empty line:
 * what ends in that column ended with them.
 */
export function isBelowFoot(text: string, at: number, previous: Mark): boolean {
  const lines = linesAround(text, firstOfGap(text, at));
  if (at < lines.end || lines.column !== columnOf(text, at)) return false;
  return isSplitOff(lines, previous.collection.column ?? 0);
}

/** An empty line cuts off comments right below content, but not below a key that waits for its value. */
function isSplitOff(lines: Surroundings, open: number): boolean {
  if (!lines.isRightBelow || !lines.isAboveEmpty) return false;
  return lines.column < open || !lines.isBelowColon;
}

/** Whether no comment follows but those in the lines right below: then it is the end of the document that it stands at. */
export function isLastRun(text: string, at: number): boolean {
  return /^[^\n]*(?:\n[ \t]*#[^\n]*)*\s*$/.test(text.slice(at));
}

/** Where the first comment begins that stands between the content before and a comment on a line of its own. */
function firstOfGap(text: string, at: number): number {
  let first = at;
  let line = at - columnOf(text, at);
  while (line > 0) {
    const above = text.lastIndexOf('\n', line - 2) + 1;
    const content = text.slice(above, line - 1);
    if (/^\s*#/.test(content)) first = above + content.indexOf('#');
    else if (content.trim() !== '') break;
    line = above;
  }
  return first;
}

/** What stands around the first comments of a gap, those in lines one after the other and in one column. */
interface Surroundings {
  readonly column: number;
  /** Where the line behind them begins. */
  readonly end: number;
  /** No empty line stands between them and the content before. */
  readonly isRightBelow: boolean;
  /** The content before ends in a colon. */
  readonly isBelowColon: boolean;
  /** An empty line follows, or the end. */
  readonly isAboveEmpty: boolean;
  /** Column of what follows these and further comments in their column; undefined at the end. */
  readonly next: number | undefined;
}

function linesAround(text: string, first: number): Surroundings {
  const column = columnOf(text, first);
  const line = first - column;
  const above = text.slice(text.lastIndexOf('\n', line - 2) + 1, line);
  const end = passComments(text, line, column, false);
  const below = passComments(text, line, column, true);
  const content = text.slice(below).search(/\S/);
  return {
    column,
    end,
    isRightBelow: above.trim() !== '',
    isBelowColon: above
      .replace(/\s#.*$/s, '')
      .trimEnd()
      .endsWith(':'),
    isAboveEmpty: /^[ \t\r]*(?:\n|$)/.test(text.slice(end)),
    next: content < 0 ? undefined : columnOf(text, below + content),
  };
}

/** Start of the first line, from one on, that is no comment in a column, nor empty where those are passed. */
// eslint-disable-next-line max-params -- a place, and what is passed there
function passComments(text: string, line: number, column: number, withEmpty: boolean): number {
  const comment = `[ \\t]{${column}}#[^\\n]*`;
  const passed = withEmpty ? `(?:${comment}|[ \\t\\r]*)` : comment;
  const lines = new RegExp(`(?:${passed}(?:\\n|$(?!\\n)))*`, 'y');
  lines.lastIndex = line;
  return line + (lines.exec(text)?.[0].length ?? 0);
}

function isOneColumn(text: string, first: number, at: number): boolean {
  const column = columnOf(text, at);
  const lines = text.slice(first - columnOf(text, first), at).split('\n');
  return lines.every((line) => line.trim() === '' || line.search(/\S/) === column);
}
