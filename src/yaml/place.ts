import type { Path } from '../core/pointer.ts';
import { readDocuments } from './documents.ts';
import type { YamlNode } from './node.ts';
import { lineStarts, positionOf, type Position } from './position.ts';

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
