import type { Path } from '../core/pointer.ts';
import { columnOf } from './edit.ts';
import { readDocuments } from './documents.ts';
import type { YamlNode } from './node.ts';
import { nodeToJson } from './to-json.ts';

/** Line and column, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a place of a document was written: its key, its list item, or the nearest thing around it that is there. Documents
 * count as `readManifest` gives them, empty ones left out.
 */
export function placeOf(text: string, document: number, path: Path): Position | undefined {
  const documents = readDocuments(text, '');
  if (!documents.ok) return undefined;
  const roots = documents.value.map(({ root }) => root).filter((root) => nodeToJson(root) !== null);
  const root = roots[document];
  if (root === undefined) return undefined;
  const offset = offsetOf(root, path);
  const line = text.slice(0, offset).split('\n').length;
  return { line, column: columnOf(text, offset) + 1 };
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
