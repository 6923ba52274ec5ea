import type { ScalarStyle, YamlScalar } from '../node.ts';
import { BLANK, decline, LINE_FEED, TAB, type Cursor } from './cursor.ts';

/** No indentation digit, no comment: those go to the library. */
const HEADER = /([|>])([-+]?)\n/y;

interface Body {
  /** Without their indentation; empty ones are ''. */
  readonly lines: readonly string[];
  /** Empty lines behind the last one. */
  readonly trailing: number;
  /** Behind the last line that is not empty. */
  readonly end: number;
  /** Behind the empty lines. */
  readonly rest: number;
}

/** The block scalar whose `|` or `>` the cursor is at, below a collection at a column. */
export function readBlockScalar(cursor: Cursor, indent: number): YamlScalar {
  const { text, at: start } = cursor;
  HEADER.lastIndex = start;
  const [, mode, chomping] = HEADER.exec(text) ?? decline();
  const body = readBody(cursor, HEADER.lastIndex, indent);
  const { lines, trailing } = body;
  const inner = mode === '|' ? lines.join('\n') : folded(lines);
  const feeds = chomping === '-' ? 0 : chomping === '+' ? trailing + 1 : 1;
  const source = inner + '\n'.repeat(feeds);
  const end = chomping === '+' ? body.rest : body.end;
  cursor.end = end;
  cursor.toContent(end);
  const style: ScalarStyle = mode === '|' ? 'literal' : 'folded';
  return { kind: 'scalar', span: { start, end }, alias: false, value: source, style, source };
}

function readBody({ text }: Cursor, from: number, indent: number): Body {
  const lines: string[] = [];
  let [width, widest, empty] = [0, 0, 0];
  let [line, end] = [from, from];
  while (line < text.length) {
    let at = line;
    while (text.charCodeAt(at) === BLANK) at += 1;
    const unit = text.charCodeAt(at);
    const depth = at - line;
    if (unit === LINE_FEED) {
      widest = Math.max(widest, depth);
      empty += 1;
      line = at + 1;
      continue;
    }
    if (width === 0 && depth > indent) width = depth;
    if (width === 0 || depth < width) {
      if (unit === TAB) decline();
      break;
    }
    for (; empty > 0; empty -= 1) lines.push('');
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 ? text.length : feed;
    lines.push(text.slice(line + width, stop));
    end = line = feed < 0 ? stop : stop + 1;
  }
  // Blanks of an empty line that reach into the text are text, or an error.
  if (lines.length === 0 || widest > width) decline();
  return { lines, trailing: empty, end, rest: line };
}

/** Lines become one paragraph; n empty lines between two become n line feeds. */
function folded(lines: readonly string[]): string {
  let text = '';
  let feeds = 0;
  for (const line of lines) {
    if (line === '') {
      feeds += 1;
      continue;
    }
    // Lines that are indented further are not folded: they go to the library.
    if (line.startsWith(' ') || line.startsWith('\t')) decline();
    text += feeds > 0 ? '\n'.repeat(feeds) : text === '' ? '' : ' ';
    text += line;
    feeds = 0;
  }
  return text;
}
