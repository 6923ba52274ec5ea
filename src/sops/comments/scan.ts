import type { Span, YamlMap, YamlNode, YamlScalar } from '../../yaml/node.ts';
import type { SopsDocument } from '../encrypted-file.ts';
import { METADATA_KEY } from '../walk.ts';

/** A comment of a text. */
export interface FoundComment {
  /** From the `#` to the end of the line. */
  readonly span: Span;
  /** What stands behind the `#`, as sops takes it. */
  readonly text: string;
  /** Nothing else stands on its line. */
  readonly alone: boolean;
  /** The block scalar in whose first line it stands, as in `key: | # comment`. */
  readonly header?: YamlScalar;
}

/** The parts of a text that belong to one of its documents, comments above it included, without its sops block. */
export function bodyOf(text: string, documents: readonly SopsDocument[], index: number): Span[] {
  const isLast = index === documents.length - 1;
  const start = documents[index - 1]?.span.end ?? 0;
  const end = isLast ? text.length : (documents[index]?.span.end ?? text.length);
  const block = documents[index]?.root.entries.find(({ key }) => key === METADATA_KEY);
  if (block === undefined) return [{ start, end }];
  return [
    { start, end: block.keySpan.start },
    { start: block.value.span.end, end },
  ];
}

/** The comments of one document between two offsets of a text, in order: every `#` that is in no scalar and not glued to one. */
export function scanComments(text: string, root: YamlMap, within: Span): FoundComment[] {
  const scalars = scalarsOf(root)
    .filter(({ span }) => span.end > span.start)
    .sort((a, b) => a.span.start - b.span.start);
  const found: FoundComment[] = [];
  let at = within.start;
  for (const scalar of scalars) {
    if (scalar.span.start < at) continue;
    found.push(...commentsBetween(text, at, Math.min(scalar.span.start, within.end)));
    found.push(...headerComment(text, scalar));
    at = scalar.span.end;
  }
  return [...found, ...commentsBetween(text, at, within.end)];
}

/** Keys are scalars too. */
function scalarsOf(node: YamlNode): YamlScalar[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(({ value }) => scalarsOf(value));
  return node.entries.flatMap(({ keySpan, key, value }) => [
    { kind: 'scalar', span: keySpan, alias: false, value: key, style: 'plain', source: key },
    ...scalarsOf(value),
  ]);
}

const COMMENT = /(?<=^|[\s\ufeff])#([^\n\r]*)/gm;

function commentsBetween(text: string, start: number, end: number): FoundComment[] {
  if (start >= end) return [];
  COMMENT.lastIndex = start;
  const found: FoundComment[] = [];
  for (;;) {
    const match = COMMENT.exec(text);
    if (match === null || match.index >= end) return found;
    found.push(commentAt(text, match.index, match[1] ?? ''));
  }
}

function commentAt(text: string, start: number, comment: string): FoundComment {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const span = { start, end: start + 1 + comment.length };
  return { span, text: comment, alone: text.slice(line, start).trim() === '' };
}

function headerComment(text: string, header: YamlScalar): FoundComment[] {
  if (header.style !== 'literal' && header.style !== 'folded') return [];
  const first = /^[|>][0-9+-]*[ \t]+#([^\n\r]*)/.exec(
    text.slice(header.span.start, header.span.end),
  );
  if (first === null) return [];
  const start = header.span.start + first[0].indexOf('#');
  return [{ ...commentAt(text, start, first[1] ?? ''), alone: false, header }];
}
