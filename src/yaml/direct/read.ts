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
 * span and the comment. Undefined for every other text, and for one with any error.
 */
export function readDirectly(text: string): YamlDocument[] | undefined {
  if (UNUSUAL.test(text) || text.endsWith(' ')) return undefined;
  return unlessDeclined(() => {
    const cursor = new Cursor(text);
    const documents = readAll(cursor);
    return cursor.nodes > MOST_NODES ? decline() : documents;
  });
}

function readAll(cursor: Cursor): YamlDocument[] {
  const documents: YamlDocument[] = [];
  cursor.toContent(0);
  if (isFlow(cursor.text, cursor.at)) return [readFlowRoot(cursor)];
  const { afterBlankLine } = cursor;
  if (cursor.column === 0) {
    const start = cursor.at;
    // Right above a list, comments are those of its first item and of what that begins with.
    const isOfItem = cursor.isItem(cursor.at) && !afterBlankLine;
    const root = readBlock(cursor, isOfItem ? [] : cursor.takePending());
    documents.push(documentOf(cursor, root, start));
  }
  while (cursor.isAtSeparator()) documents.push(readSeparated(cursor));
  return cursor.at < cursor.text.length ? decline() : documents;
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
