import type { Span } from './node.ts';

/** Replaces `span` of a text by `text`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The text with all edits made; they must not overlap. Everything outside them keeps its bytes. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let position = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < position) throw new Error('edits of one text overlap');
    parts.push(text.slice(position, span.start), replacement);
    position = span.end;
  }
  return parts.join('') + text.slice(position);
}

/** Column (from 0) of the entry of a block mapping whose key starts at an offset; it may have the form `? key`. */
export function entryColumn(text: string, key: number): number {
  const line = text.slice(key - columnOf(text, key), key);
  return line.replace(/\?[ \t]+$/, '').length;
}

/** Column (from 0) of an offset: the width of its line before it. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
