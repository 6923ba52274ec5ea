import type { Path } from '../../../src/core/pointer.ts';
import type { FieldChange } from '../../../src/validation/diff/compare.ts';
import type { View } from '../../../src/validation/diff/view.ts';

/**
 * The new version, made from the old one and the changes alone: what was removed or moved is taken out by its old
 * place, the last one first, then everything is put in by its new place, the first one first.
 */
export function applyChanges(before: View, changes: readonly FieldChange[]): View {
  const box = { root: structuredClone(before) };
  const taken = new Map<FieldChange, View>();
  const leaving = changes.filter(({ op }) => op === 'remove' || op === 'move');
  for (const change of sorted(leaving, 'from').reverse())
    taken.set(change, take(box, change.from ?? []));
  const coming = changes.filter(({ op }) => op !== 'remove');
  for (const change of sorted(coming, 'path'))
    put(box, change, change.op === 'move' ? (taken.get(change) ?? null) : (change.after ?? null));
  return box.root;
}

function sorted(changes: readonly FieldChange[], by: 'from' | 'path'): FieldChange[] {
  return [...changes].sort((a, b) => comparePaths(a[by] ?? [], b[by] ?? []));
}

/** A place comes before what lies below it; indexes count as numbers. */
function comparePaths(a: Path, b: Path): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (typeof part === 'number' && typeof other === 'number') return part - other;
    return String(part) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}

type Holder = Record<string | number, View>;

function holderOf(box: { root: View }, path: Path): Holder {
  let value: unknown = box;
  for (const part of ['root', ...path.slice(0, -1)]) value = (value as Holder)[part];
  return value as Holder;
}

function take(box: { root: View }, path: Path): View {
  const [holder, last] = [holderOf(box, path), path.at(-1) ?? 'root'];
  const value = holder[last] ?? null;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- an object of JSON
  else delete holder[last];
  return value;
}

function put(box: { root: View }, { op, path = [] }: FieldChange, value: View): void {
  if (path.length === 0) {
    box.root = value;
    return;
  }
  const [holder, last] = [holderOf(box, path), path.at(-1) ?? 0];
  if (Array.isArray(holder) && op !== 'replace') holder.splice(Number(last), 0, value);
  else holder[last] = value;
}
