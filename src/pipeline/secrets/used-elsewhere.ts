import { globMatcher } from '../../core/glob.ts';

/** Who reads what outside of the project, as `settings.usedElsewhere` says: `FILE` or `FILE#KEY` to a name. */
export type UsedElsewhere = Readonly<Record<string, string>>;

/** Who else reads a key of a store, or something above it; undefined: nobody is known to. */
export function otherReader(
  usedElsewhere: UsedElsewhere,
  { store, key }: { readonly store: string; readonly key: string },
): string | undefined {
  return Object.entries(usedElsewhere).find(([pattern]) => {
    const [file, wanted] = parts(pattern);
    return matches(file, store) && (wanted === '' || isAtOrBelow(key, wanted));
  })?.[1];
}

/** The same for a key that is to go with all that is below it. */
export function otherReaderBelow(
  usedElsewhere: UsedElsewhere,
  place: { readonly store: string; readonly key: string },
): string | undefined {
  const above = otherReader(usedElsewhere, place);
  if (above !== undefined) return above;
  return Object.entries(usedElsewhere).find(([pattern]) => {
    const [file, wanted] = parts(pattern);
    return matches(file, place.store) && wanted.startsWith(`${place.key}/`);
  })?.[1];
}

/** File and key of a pattern; like a placeholder's, the key may begin with a slash. */
function parts(pattern: string): [string, string] {
  const hash = pattern.indexOf('#');
  if (hash < 0) return [pattern, ''];
  return [pattern.slice(0, hash), pattern.slice(hash + 1).replace(/^\//, '')];
}

function isAtOrBelow(key: string, pattern: string): boolean {
  // What is below a key that matches belongs to it.
  const [isKey, isBelow] = [globMatcher(pattern), globMatcher(`${pattern}/**`)];
  return isKey(key) || isBelow(key);
}

function matches(glob: string, path: string): boolean {
  return globMatcher(glob)(path);
}
