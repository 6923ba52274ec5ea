import type { YamlItem, YamlNode } from '../node.ts';
import { readBlockScalar } from './block-scalar.ts';
import { decline, HASH, joined, textsOf, type Cursor } from './cursor.ts';
import { isFlow, readFlow } from './flow.ts';
import { scalarOf } from './node.ts';
import { readToken } from './token.ts';

const NO_TEXT: readonly string[] = [];

/**
 * A value on the line of its key or dash, in a collection at a column, with the comments that are its own: on its line,
 * and on lines below that are indented further than the collection. The cursor moves to the next content.
 */
export function readLeaf(cursor: Cursor, indent: number): YamlItem {
  const { text, at } = cursor;
  const first = text[at];
  if (first === '|' || first === '>') {
    const value = readBlockScalar(cursor, indent);
    return { comments: NO_TEXT, value: endLeaf(cursor, indent, value) };
  }
  const value = readInline(cursor);
  const comments = joined(passLine(cursor), takeIndented(cursor, indent));
  endLeaf(cursor, indent, value);
  // Comments behind brackets belong to the collection, where nobody looks for them.
  return { comments: value.kind === 'scalar' ? comments : NO_TEXT, value };
}

function readInline(cursor: Cursor): YamlNode {
  const { text, at } = cursor;
  if (isFlow(text, at)) return readFlow(cursor);
  if (text[at] === '*') return readAlias(cursor);
  const anchor = text[at] === '&' ? passName(cursor) : undefined;
  const token = readToken(text, cursor.behindBlanks(cursor.at));
  const node = scalarOf(token);
  if (anchor !== undefined) cursor.anchors.set(anchor, node);
  cursor.at = token.end;
  return node;
}

function readAlias(cursor: Cursor): YamlNode {
  const { at: start } = cursor;
  const target = cursor.anchors.get(passName(cursor)) ?? decline();
  cursor.nodes += 1;
  return { ...target, span: { start, end: cursor.at }, alias: true };
}

/** Nothing in it that ends a name for one reader and not for another. */
const NAME = /[&*]([\w.-]+)(?=[ \n]|$)/y;

function passName(cursor: Cursor): string {
  NAME.lastIndex = cursor.at;
  const [match, name = ''] = NAME.exec(cursor.text) ?? decline();
  cursor.at += match.length;
  return name;
}

/** The rest of the line: blanks, a comment, or something that is not for this reader. */
function passLine(cursor: Cursor): readonly string[] {
  const { at: end } = cursor;
  const at = cursor.behindBlanks(end);
  if (!cursor.isLineOver(at)) decline();
  const isComment = cursor.text.charCodeAt(at) === HASH;
  if (isComment && at === end) decline();
  cursor.end = cursor.nextLine(at);
  const comments = isComment ? [cursor.commentAt(at)] : NO_TEXT;
  cursor.toContent(cursor.end);
  return comments;
}

function takeIndented(cursor: Cursor, indent: number): readonly string[] {
  const { pending } = cursor;
  if (pending.length === 0) return NO_TEXT;
  const own = pending.findIndex((comment) => comment.indent <= indent);
  const count = own < 0 ? pending.length : own;
  cursor.end = pending[count - 1]?.after ?? cursor.end;
  cursor.pending = pending.slice(count);
  return textsOf(pending.slice(0, count));
}

/** What is indented further would be more of the same scalar, or an error. */
function endLeaf(cursor: Cursor, indent: number, value: YamlNode): YamlNode {
  if (cursor.column > indent) decline();
  cursor.reach = cursor.at;
  return value;
}
