import { commonSubsequence, type Pair } from '../../core/common-subsequence.ts';
import { isViewObject, Sealed, type View } from './view.ts';

/** How the items of two lists belong together. */
export interface Matching {
  /** In the order of the list before. */
  readonly pairs: readonly Pair[];
  /** Pairs that changed places with others. */
  readonly moved: ReadonlySet<Pair>;
  /** What an item is called, where items are told apart by names. */
  readonly name: (item: View, index: number) => string | number;
}

/**
 * Matches list items: by `name` where every item has one of its own, else by the keys that the schema gives the list,
 * else by content and place. So an item that is put in is one addition, whatever stands behind it.
 */
export function matchItems(
  before: readonly View[],
  after: readonly View[],
  keys: readonly string[] = [],
): Matching {
  const lists = { before, after };
  for (const fields of [['name'], keys]) {
    const pairs = pairsBy(fields, lists);
    if (pairs === undefined) continue;
    const others = pairsBy(fields === keys ? ['name'] : keys, without(lists, pairs)) ?? [];
    return arranged([...pairs, ...others], (item) => nameOf(item, fields) ?? '');
  }
  return { pairs: byContent(before, after), moved: new Set(), name: (_item, index) => index };
}

interface Lists {
  readonly before: readonly View[];
  readonly after: readonly View[];
}

/** Items of one name; undefined when names do not tell all items apart. */
function pairsBy(keys: readonly string[], { before, after }: Lists): Pair[] | undefined {
  const [old, now] = [namesOf(before, keys), namesOf(after, keys)];
  if (old === undefined || now === undefined) return undefined;
  return [...old].flatMap(([name, index]): Pair[] => {
    const place = now.get(name);
    return place === undefined ? [] : [[index, place]];
  });
}

/** The lists with holes where items are matched already. */
function without({ before, after }: Lists, pairs: readonly Pair[]): Lists {
  const [old, now] = [new Set(pairs.map(([a]) => a)), new Set(pairs.map(([, b]) => b))];
  return {
    before: before.map((item, index) => (old.has(index) ? HOLE : item)),
    after: after.map((item, index) => (now.has(index) ? HOLE : item)),
  };
}

const HOLE = new Sealed(undefined);

/** Name → index. */
function namesOf(items: readonly View[], keys: readonly string[]): Map<string, number> | undefined {
  const names = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    if (item === HOLE) continue;
    const name = nameOf(item, keys);
    if (name === undefined || names.has(name)) return undefined;
    names.set(name, index);
  }
  return names;
}

/** Ports without a protocol are TCP. */
const DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP' };

function nameOf(item: View, keys: readonly string[]): string | undefined {
  if (!isViewObject(item) || keys.length === 0) return undefined;
  const parts = keys.map((key) => (Object.hasOwn(item, key) ? item[key] : DEFAULTS[key]));
  const isNamed = parts.every((part) => typeof part === 'string' || typeof part === 'number');
  return isNamed ? parts.join('/') : undefined;
}

/** Equal items first; what is left between two of them belongs together in order. */
function byContent(before: readonly View[], after: readonly View[]): Pair[] {
  const equal = commonSubsequence(before.map(contentOf), after.map(contentOf));
  const pairs: Pair[] = [];
  let [old, now] = [0, 0];
  for (const [oldEnd, nowEnd] of [...equal, [before.length, after.length] as const]) {
    while (old < oldEnd && now < nowEnd) pairs.push([old++, now++]);
    if (oldEnd < before.length || nowEnd < after.length) pairs.push([oldEnd, nowEnd]);
    [old, now] = [oldEnd + 1, nowEnd + 1];
  }
  return pairs;
}

/** Equal text for equal content; what is sealed says nothing. */
function contentOf(value: View): string {
  if (Array.isArray(value)) return `[${value.map(contentOf).join(',')}]`;
  if (value instanceof Sealed || !isViewObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${contentOf(value[key] ?? null)}`).join(',')}}`;
}

function arranged(pairs: Pair[], name: Matching['name']): Matching {
  const sorted = pairs.sort(([a], [b]) => a - b);
  const kept = longestRise(sorted.map(([, after]) => after));
  return { pairs: sorted, name, moved: new Set(sorted.filter((_, index) => !kept.has(index))) };
}

/** Indexes of a longest rising subsequence: what did not move. */
function longestRise(values: readonly number[]): Set<number> {
  const best: { readonly length: number; readonly before: number | undefined }[] = [];
  for (const [index, value] of values.entries()) {
    let found: number | undefined;
    for (let other = 0; other < index; other++) {
      const fits = (values[other] ?? 0) < value;
      if (fits && (best[other]?.length ?? 0) > (best[found ?? -1]?.length ?? 0)) found = other;
    }
    best.push({ length: (best[found ?? -1]?.length ?? 0) + 1, before: found });
  }
  const most = Math.max(0, ...best.map(({ length }) => length));
  const kept = new Set<number>();
  let at = best.findIndex(({ length }) => length === most) as number | undefined;
  while (at !== undefined && at >= 0) {
    kept.add(at);
    at = best[at]?.before;
  }
  return kept;
}
