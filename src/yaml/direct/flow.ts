import type { YamlEntry, YamlItem, YamlNode } from '../node.ts';
import { COLON, decline, LINE_FEED, type Cursor } from './cursor.ts';
import { entryOf, scalarOf, withoutDuplicates } from './node.ts';
import { readToken, type Token } from './token.ts';

/** True where a collection in brackets begins. */
export function isFlow(text: string, at: number): boolean {
  const first = text[at];
  return first === '{' || first === '[';
}

/** The collection in brackets that the cursor is at; then it is behind it. Where it is not the root, it is on one line. */
export function readFlow(cursor: Cursor): YamlNode {
  const { text, at: start } = cursor;
  const isMap = text[start] === '{';
  const close = isMap ? '}' : ']';
  const entries: YamlEntry[] = [];
  const items: YamlItem[] = [];
  cursor.open();
  cursor.at = behindSpace(cursor, start + 1);
  while (text[cursor.at] !== close) {
    if (entries.length + items.length > 0) passComma(cursor);
    if (isMap) entries.push(readEntry(cursor));
    else items.push({ comments: [], value: readValue(cursor) });
    cursor.at = behindSpace(cursor, cursor.at);
  }
  cursor.at += 1;
  cursor.close(2 * entries.length + items.length);
  const span = { start, end: cursor.at };
  return isMap
    ? { kind: 'map', span, alias: false, flow: true, entries: withoutDuplicates(entries) }
    : { kind: 'list', span, alias: false, flow: true, items };
}

function passComma(cursor: Cursor): void {
  if (cursor.text[cursor.at] !== ',') decline();
  cursor.at = behindSpace(cursor, cursor.at + 1);
}

/** Indentation means nothing inside of a root in brackets. */
function behindSpace(cursor: Cursor, from: number): number {
  const at = cursor.behindBlanks(from);
  const isNext = cursor.hasFlowRoot && cursor.text.charCodeAt(at) === LINE_FEED;
  return isNext ? behindSpace(cursor, at + 1) : at;
}

/** `key: value`, or `"key":value`. What is shorter than that goes to the library. */
function readEntry(cursor: Cursor): YamlEntry {
  const { text } = cursor;
  const key = readFlowToken(text, cursor.at);
  const isApart = text[key.end + 1] === ' ' || key.style !== 'plain';
  if (text.charCodeAt(key.end) !== COLON || !isApart) decline();
  cursor.at = cursor.behindBlanks(key.end + 1);
  return entryOf(key, { comments: [], value: readValue(cursor) });
}

function readValue(cursor: Cursor): YamlNode {
  const { text, at } = cursor;
  if (isFlow(text, at)) return readFlow(cursor);
  const token = readFlowToken(text, at);
  cursor.at = token.end;
  return scalarOf(token);
}

/** Narrower than YAML: no `#`, nothing that an indicator begins. */
const PLAIN = /(?:[\w./~+<=$\\^]|-(?=\w))(?:[^,[\]{}\n\t:#]|:(?=[^ \n,[\]{}]))*/y;

function readFlowToken(text: string, start: number): Token {
  const first = text[start];
  if (first === '"' || first === "'") return readToken(text, start);
  PLAIN.lastIndex = start;
  const [match] = PLAIN.exec(text) ?? decline();
  const source = match.replace(/ +$/, '');
  return { start, end: start + source.length, source, style: 'plain' };
}
