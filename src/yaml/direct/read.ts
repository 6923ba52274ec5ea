import type { YamlDocument, YamlNode } from '../node.ts';
import { readBlock } from './block.ts';
import { Cursor, decline, HASH, unlessDeclined } from './cursor.ts';
import { isFlow, readFlow } from './flow.ts';
import { absent } from './node.ts';

/** Tabs may stand in text; carriage returns, other controls, odd line breaks and byte order marks are for the library. */
// eslint-disable-next-line no-control-regex -- the characters that must be escaped
const UNUSUAL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
const MOST_NODES = 1_000_000;

/**
 * The documents of a text in the plain subset of YAML that manifests are written in: what the library would give, to the
 * span and the comment. Undefined for every other text, and for one with any error. `take` gets each document as it is
 * read, so that the nodes of one alone need be in memory.
 */
export function readDirectly<T>(
  text: string,
  take: (document: YamlDocument) => T,
): T[] | undefined {
  if (UNUSUAL.test(text) || text.endsWith(' ')) return undefined;
  return unlessDeclined(() => {
    const cursor = new Cursor(text);
    const taken: T[] = [];
    readAll(cursor, (document) => taken.push(take(document)));
    return cursor.nodes > MOST_NODES ? decline() : taken;
  });
}

function readAll(cursor: Cursor, give: (document: YamlDocument) => void): void {
  cursor.toContent(0);
  if (isFlow(cursor.text, cursor.at)) {
    give(readFlowRoot(cursor));
    return;
  }
  const { afterBlankLine } = cursor;
  if (cursor.column === 0) {
    const start = cursor.at;
    // Right above a list, comments are those of its first item and of what that begins with.
    const isOfItem = cursor.isItem(cursor.at) && !afterBlankLine;
    const root = readBlock(cursor, isOfItem ? [] : cursor.takePending());
    give(documentOf(cursor, root, start));
  }
  while (cursor.isAtSeparator()) give(readSeparated(cursor));
  if (cursor.at < cursor.text.length) decline();
}

function readFlowRoot(cursor: Cursor): YamlDocument {
  const { text, at: start, column, pending } = cursor;
  if (column > 0 || pending.length > 0) decline();
  cursor.hasFlowRoot = true;
  const root = readFlow(cursor);
  if (/[^ \n]/.test(text.slice(cursor.at))) decline();
  return { root, span: { start, end: text.length } };
}

/** A document behind its separator, which the cursor is at. */
function readSeparated(cursor: Cursor): YamlDocument {
  const { text } = cursor;
  cursor.anchors.clear();
  const above = cursor.takePending();
  const behind = cursor.behindBlanks(cursor.at + 3);
  if (!cursor.isLineOver(behind)) decline();
  const onLine = text.charCodeAt(behind) === HASH ? [cursor.commentAt(behind)] : [];
  const start = text[behind] === '\n' ? behind + 1 : behind;
  cursor.toContent(cursor.nextLine(behind));
  const own = [...onLine, ...cursor.takePending()];
  if (cursor.column > 0) decline();
  if (cursor.column === 0) return documentOf(cursor, readBlock(cursor, [...above, ...own]), start);
  cursor.reach = own.length === 0 ? behind : cursor.at;
  return documentOf(cursor, absent(behind), start);
}

function documentOf(cursor: Cursor, root: YamlNode, start: number): YamlDocument {
  cursor.takePending();
  return { root, span: { start, end: cursor.reach } };
}
