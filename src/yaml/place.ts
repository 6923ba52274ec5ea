import type { Path } from '../core/pointer.ts';
import { readDocuments } from './documents.ts';
import type { YamlNode } from './node.ts';

/** Line and column, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a place of a document was written. */
export type Places = (document: number, path: Path) => Position | undefined;

/**
 * Where the places of a text were written: a key, a list item, or the nearest thing around it that is there. Documents
 * count as `readManifest` gives them, empty ones left out. The text is read when the first place is asked for, once.
 */
export function placesOf(text: string): Places {
  let known: { readonly roots: readonly YamlNode[]; readonly lines: readonly number[] } | undefined;
  return (document, path) => {
    known ??= { roots: rootsOf(text), lines: lineStarts(text) };
    const root = known.roots[document];
    return root === undefined ? undefined : positionOf(known.lines, offsetOf(root, path));
  };
}

function rootsOf(text: string): YamlNode[] {
  const documents = readDocuments(text, '');
  if (!documents.ok) return [];
  return documents.value.map(({ root }) => root).filter((root) => !isEmpty(root));
}

/** What is null as JSON is no document of a manifest. */
function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line is the last one that starts at the offset or before it. */
function positionOf(lines: readonly number[], offset: number): Position {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

function offsetOf(root: YamlNode, path: Path): number {
  let node = root;
  let offset = root.span.start;
  for (const part of path) {
    const next = stepInto(node, part);
    if (next === undefined) return offset;
    node = next.node;
    offset = next.offset;
  }
  return offset;
}

function stepInto(
  node: YamlNode,
  part: string | number,
): { readonly node: YamlNode; readonly offset: number } | undefined {
  if (node.kind === 'list') {
    const item = node.items[Number(part)]?.value;
    return item === undefined ? undefined : { node: item, offset: item.span.start };
  }
  if (node.kind !== 'map') return undefined;
  const entry = node.entries.find(({ key }) => key === String(part));
  return entry === undefined ? undefined : { node: entry.value, offset: entry.keySpan.start };
}
