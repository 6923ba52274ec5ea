import { commentBehindKey } from '../comment-behind-key.ts';
import type { YamlEntry, YamlItem, YamlList, YamlMap, YamlNode } from '../node.ts';
import { COLON, decline, HASH, isBreak, joined, textsOf, type Cursor } from './cursor.ts';
import { readLeaf } from './leaf.ts';
import { absent, entryOf, withoutDuplicates } from './node.ts';
import { readToken, type Token } from './token.ts';

type Comments = readonly string[];
const NONE: Comments = [];

/**
 * The block collection whose first key or dash the cursor is at. `leading` are the comments above it; they are those of
 * its first entry or item. The cursor moves to the next content behind it.
 */
export function readBlock(cursor: Cursor, leading: Comments): YamlNode {
  return cursor.isItem(cursor.at) ? readList(cursor, leading) : readMap(cursor, leading);
}

function readMap(cursor: Cursor, leading: Comments): YamlMap {
  const { at: start, column: indent } = cursor;
  const entries: YamlEntry[] = [];
  let before = leading;
  cursor.open();
  do {
    entries.push(readEntry(cursor, indent, before));
    before = textsOf(cursor.pending);
    if (cursor.column > indent) decline();
  } while (cursor.column === indent && !cursor.isItem(cursor.at));
  if (cursor.column === indent) decline();
  cursor.close(2 * entries.length);
  const span = { start, end: cursor.end };
  leave(cursor, indent);
  return { kind: 'map', span, alias: false, flow: false, entries: withoutDuplicates(entries) };
}

/** Longer keys go to the library, which refuses those above 1024. */
const LONGEST_KEY = 1000;

function readEntry(cursor: Cursor, indent: number, before: Comments): YamlEntry {
  const { text } = cursor;
  const key = readToken(text, cursor.at);
  const colon = key.end;
  if (text.charCodeAt(colon) !== COLON || !isBreak(text, colon + 1)) decline();
  if (key.end - key.start > LONGEST_KEY) decline();
  cursor.at = cursor.behindBlanks(colon + 1);
  if (cursor.isLineOver(cursor.at)) return readBelow(cursor, { key, indent, before });
  const { value, comments } = readLeaf(cursor, indent);
  return entryOf(key, { comments: joined(before, comments), value });
}

interface Head {
  readonly key: Token;
  readonly indent: number;
  readonly before: Comments;
}

/** The value of a key that has nothing but a comment behind it on its line. */
function readBelow(cursor: Cursor, { key, indent, before }: Head): YamlEntry {
  const { text, at } = cursor;
  const behind = passHead(cursor, key.end + 1);
  const hasBlock = cursor.column > indent || (cursor.column === indent && cursor.isItem(cursor.at));
  if (!hasBlock) {
    const own = joined(behind, takeOwn(cursor, indent));
    endAbsent(cursor, at, own);
    return entryOf(key, { comments: joined(before, own), value: absent(at) });
  }
  const leading = joined(behind, cursor.takePending());
  const onKeyLine = leading.length === 0 ? NONE : commentBehindKey(text.slice(key.end, cursor.at));
  const value = readBlock(cursor, leading);
  return entryOf(key, { comments: joined(before, onKeyLine), value });
}

/** The comment on the line of a key or dash that is over; the cursor moves to the next content. */
function passHead(cursor: Cursor, end: number): Comments {
  const { text, at } = cursor;
  const isComment = text.charCodeAt(at) === HASH;
  if (isComment && at === end) decline();
  const comments = isComment ? [cursor.commentAt(at)] : NONE;
  cursor.toContent(cursor.nextLine(at));
  return comments;
}

/**
 * Of the comments below a key without value, those that are the key's: up to the last one that is indented further, and
 * one right behind. The others are about the next key; where there is none in this mapping, all are the key's.
 */
function takeOwn(cursor: Cursor, indent: number): Comments {
  const { pending } = cursor;
  if (pending.length === 0 || cursor.column < indent) {
    if (cursor.isAtSeparator() && indent === 0) decline();
    return cursor.takePending();
  }
  let count = pending.findLastIndex((comment) => comment.indent > indent) + 1;
  if (pending[count]?.afterBlankLine === false) count += 1;
  cursor.pending = pending.slice(count);
  return textsOf(pending.slice(0, count));
}

function endAbsent(cursor: Cursor, at: number, own: Comments): void {
  cursor.end = own.length === 0 ? at : cursor.at;
  cursor.reach = cursor.end;
}

function readList(cursor: Cursor, leading: Comments): YamlList {
  const { at: start, column: indent } = cursor;
  const items: YamlItem[] = [];
  let first = leading;
  cursor.open();
  do {
    const { comments, value } = readItem(cursor, indent);
    items.push({ comments: joined(first, comments), value });
    first = NONE;
    if (cursor.column > indent) decline();
  } while (cursor.column === indent && cursor.isItem(cursor.at));
  cursor.close(items.length);
  const span = { start, end: cursor.end };
  leave(cursor, indent);
  return { kind: 'list', span, alias: false, flow: false, items };
}

function readItem(cursor: Cursor, indent: number): YamlItem {
  const before = cursor.takePending();
  const dash = cursor.at;
  cursor.at = cursor.behindBlanks(dash + 1);
  if (cursor.isLineOver(cursor.at)) {
    const comments = joined(before, passHead(cursor, dash + 1));
    if (cursor.column <= indent) decline();
    const leading = joined(comments, cursor.takePending());
    return { comments: leading, value: readBlock(cursor, leading) };
  }
  if (cursor.isItem(cursor.at) || isKey(cursor)) {
    cursor.column = indent + cursor.at - dash;
    return { comments: before, value: readBlock(cursor, before) };
  }
  const { comments, value } = readLeaf(cursor, indent);
  if (value.kind !== 'scalar' && before.length > 0) decline();
  return { comments: joined(before, comments), value };
}

function isKey({ text, at }: Cursor): boolean {
  if (/[|>{[&*]/.test(text.charAt(at))) return false;
  return text.charCodeAt(readToken(text, at).end) === COLON;
}

/**
 * Comments at the end of a collection are about what follows when they are indented less than it. Those up to the last
 * one that is not are the collection's, where nobody looks for them.
 */
function leave(cursor: Cursor, indent: number): void {
  const last = cursor.pending.findLastIndex((comment) => comment.indent >= indent);
  if (indent === 0 || last < 0) return;
  cursor.end = cursor.at;
  cursor.pending = cursor.pending.slice(last + 1);
}
