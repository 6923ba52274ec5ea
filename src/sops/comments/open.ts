import { isUtf8 } from 'node:buffer';
import { selectorOf } from '../selection.ts';
import { decrypt, isCiphertext, parseCiphertext } from '../cipher.ts';
import type { SopsFile } from '../encrypted-file.ts';
import { additionalData } from '../path.ts';
import type { Span, YamlList, YamlScalar } from '../../yaml/node.ts';
import { structureOf, type Structure } from './collections.ts';
import { collectionOf } from './place.ts';
import { bodyOf, scanComments } from './scan.ts';

/** A comment that is sealed in the file. */
export interface SealedComment {
  /** What it takes in the file: the comment, or a whole item of a list, as sops writes those. */
  readonly span: Span;
  readonly sealed: string;
  /** What it is bound to, and what stands behind its `#`; undefined: it cannot be opened. */
  readonly opened: { readonly additional: string; readonly text: string } | undefined;
}

/** The sealed comments of a file in block layout. */
export function sealedComments(file: SopsFile, dataKey: Buffer): SealedComment[] {
  return file.documents.flatMap(({ root }, index) =>
    root.flow ? [] : commentsOf(file, index, dataKey),
  );
}

function commentsOf(
  { text, metadata, documents }: SopsFile,
  index: number,
  dataKey: Buffer,
): SealedComment[] {
  const root = documents[index]?.root;
  if (root === undefined) return [];
  const structure = structureOf(text, root, selectorOf(metadata.selection));
  const paths = structure.collections.map(({ path }) => path);
  const open = (sealed: string, path: readonly string[]) =>
    openComment(sealed, dataKey, [path, ...paths]);
  const comments = bodyOf(text, documents, index)
    .flatMap((span) => scanComments(text, root, span))
    .filter((comment) => isSealedComment(comment.text.trim()))
    .map((comment) => {
      const sealed = comment.text.trim();
      const { path } = collectionOf(text, comment, structure);
      return { span: comment.span, sealed, opened: open(sealed, path) };
    });
  const items = itemsOfLists(text, structure).map(({ span, sealed, path }) => ({
    ...{ span, sealed },
    opened: open(sealed, path),
  }));
  return [...comments, ...items];
}

/** Whether a text is the ciphertext of a comment. */
export function isSealedComment(text: string): boolean {
  return text.endsWith(',type:comment]') && isCiphertext(text);
}

/** The path of a collection is a guess of a reader of YAML: the one that opens a comment is right. */
function openComment(
  sealed: string,
  dataKey: Buffer,
  paths: readonly (readonly string[])[],
): SealedComment['opened'] {
  const parsed = parseCiphertext(sealed);
  if (parsed === undefined) return undefined;
  for (const additional of new Set(paths.map(additionalData))) {
    const bytes = decrypt(dataKey, parsed, additional);
    if (bytes === undefined) continue;
    const text = isUtf8(bytes) ? bytes.toString('utf8') : undefined;
    return text === undefined || /[\n\r\u0085\u2028\u2029]/.test(text)
      ? undefined
      : { additional, text };
  }
  return undefined;
}

interface CommentItem {
  readonly span: Span;
  readonly sealed: string;
  readonly path: readonly string[];
}

/** Comments that sops wrote as items of a list, on lines of their own. A list keeps those that are all it has. */
function itemsOfLists(text: string, { collections, marks }: Structure): CommentItem[] {
  return collections.flatMap(({ node, path }) => {
    if (node.kind !== 'list' || node.flow || node.items.every(({ value }) => isItem(value)))
      return [];
    return marks.flatMap(({ collection, value, offset }) => {
      if (collection.node !== node || !isItem(value)) return [];
      const { start, end } = { start: offset, end: value.span.end };
      return isOnOwnLine(text, start, end)
        ? [{ span: { start, end }, sealed: value.source, path }]
        : [];
    });
  });
}

function isItem(value: YamlList['items'][number]['value']): value is YamlScalar {
  return value.kind === 'scalar' && value.style === 'plain' && isSealedComment(value.source);
}

function isOnOwnLine(text: string, start: number, end: number): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return (
    text.slice(line, start).trim() === '' && /^[ \t\r]*(?:\n|$)/.test(text.slice(end, end + 80))
  );
}
