import { toPointer } from '../core/pointer.ts';
import type { YamlNode, YamlScalar } from './node.ts';

/** How the numbers and booleans of a document are written, by JSON pointer, where JSON would write them otherwise. */
export type Spellings = ReadonlyMap<string, string>;

/** The spellings of a document: `012`, `1_000`, `1.10`, `True`. A collection is looked at where its anchor stands. */
export function spellingsIn(root: YamlNode): Spellings {
  const found = new Map<string, string>();
  visit(root, [], found);
  return found;
}

function visit(node: YamlNode, path: (string | number)[], found: Map<string, string>): void {
  if (node.kind === 'scalar') {
    if (isSpeltOtherwise(node)) found.set(toPointer(path), node.source);
    return;
  }
  if (node.alias) return;
  const below = (part: string | number, value: YamlNode) => {
    path.push(part);
    visit(value, path, found);
    path.pop();
  };
  if (node.kind === 'map') for (const { key, value } of node.entries) below(key, value);
  else for (const [index, { value }] of node.items.entries()) below(index, value);
}

function isSpeltOtherwise({ value, style, source }: YamlScalar): boolean {
  if (style !== 'plain') return false;
  if (typeof value === 'bigint') return String(Number(value)) !== source;
  return (typeof value === 'number' || typeof value === 'boolean') && String(value) !== source;
}
