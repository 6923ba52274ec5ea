import type { Path } from '../../core/pointer.ts';
import type { SchemaNode } from '../schema/node.ts';
import { matchItems } from './match-items.ts';
import { isViewObject, Sealed, type Verdict, type View, type ViewObject } from './view.ts';

/**
 * One difference between two versions of an object. What was removed stands at `from` in the old one, what was added at
 * `path` in the new one; the rest has both. `move` is an item that changed places with others of its list.
 */
export interface FieldChange {
  readonly op: 'add' | 'remove' | 'replace' | 'move';
  readonly path?: Path;
  readonly from?: Path;
  /** The place as people call it, with names for list items: `spec`, `containers`, `main`, `image`. */
  readonly named: Path;
  readonly before?: View;
  readonly after?: View;
  /**
   * Of a sealed value, which is never shown: `changed`, or `unknown` where only a key can tell; `sealed` when it was
   * clear before, `opened` when it is clear now.
   */
  readonly sealed?: Exclude<Verdict, 'unchanged'> | 'sealed' | 'opened';
}

/** The differences of two versions of an object; none when they are equal. */
export function compareViews(before: View, after: View, node?: SchemaNode): FieldChange[] {
  return compare(before, after, { path: [], from: [], named: [], node });
}

interface Place {
  readonly path: Path;
  readonly from: Path;
  readonly named: Path;
  readonly node: SchemaNode | undefined;
}

function compare(before: View, after: View, place: Place): FieldChange[] {
  if (before instanceof Sealed || after instanceof Sealed) {
    const sealed = compareSealed(before, after);
    const { path, from, named } = place;
    return sealed === 'unchanged' ? [] : [{ op: 'replace', path, from, named, sealed }];
  }
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, place);
  if (isViewObject(before) && isViewObject(after)) return compareMembers(before, after, place);
  const { path, from, named } = place;
  return before === after ? [] : [{ op: 'replace', path, from, named, before, after }];
}

function compareSealed(before: View, after: View): Verdict | 'sealed' | 'opened' {
  if (!(after instanceof Sealed)) return 'opened';
  return before instanceof Sealed ? after.comparedWith(before) : 'sealed';
}

function compareMembers(before: ViewObject, after: ViewObject, place: Place): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const node = place.node?.fields?.get(name) ?? place.node?.values;
    const inner = step(place, { from: name, path: name, named: name, node });
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    const now = Object.hasOwn(after, name) ? after[name] : undefined;
    if (old === undefined) return now === undefined ? [] : [added(now, inner)];
    return now === undefined ? [removed(old, inner)] : compare(old, now, inner);
  });
}

function compareLists(before: View[], after: View[], place: Place): FieldChange[] {
  const { pairs, moved, name } = matchItems(before, after, place.node?.keys);
  const at = (from: number, path: number, item: View): Place => {
    const index = name(item, path);
    return step(place, { from, path, named: index, node: place.node?.items });
  };
  const kept = { before: new Set(pairs.map(([a]) => a)), after: new Set(pairs.map(([, b]) => b)) };
  return [
    ...before.flatMap((item, index) =>
      kept.before.has(index) ? [] : [removed(item, at(index, index, item))],
    ),
    ...pairs.flatMap((pair) => {
      const [old, now] = [before[pair[0]] ?? null, after[pair[1]] ?? null];
      const inner = at(pair[0], pair[1], now);
      const { path, from, named } = inner;
      const move: FieldChange[] = moved.has(pair) ? [{ op: 'move', path, from, named }] : [];
      return [...move, ...compare(old, now, inner)];
    }),
    ...after.flatMap((item, index) =>
      kept.after.has(index) ? [] : [added(item, at(index, index, item))],
    ),
  ];
}

interface Step {
  readonly from: string | number;
  readonly path: string | number;
  readonly named: string | number;
  readonly node: SchemaNode | undefined;
}

function step(place: Place, { from, path, named, node }: Step): Place {
  return {
    from: [...place.from, from],
    path: [...place.path, path],
    named: [...place.named, named],
    node,
  };
}

function added(after: View, { path, named }: Place): FieldChange {
  return { op: 'add', path, named, after };
}

function removed(before: View, { from, named }: Place): FieldChange {
  return { op: 'remove', from, named, before };
}
