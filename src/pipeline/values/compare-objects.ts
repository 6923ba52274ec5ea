import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { describeObject } from '../../core/object.ts';
import { toDotted, type Path } from '../../core/pointer.ts';

/**
 * What sets of objects differ in, one sentence each; empty when they are the same. Left aside: their order, members
 * that are null, the labels and annotations that modules add to every object (`kubenix/…`), and the release's
 * namespace, which Helm gives to objects that name none.
 */
export function differences(
  expected: readonly Json[],
  actual: readonly Json[],
  namespace: string | null,
): string[] {
  const [before, after] = [byName(expected, namespace), byName(actual, namespace)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [old, found] = [before.get(name), after.get(name)];
    if (found === undefined) return [`${name} is missing`];
    if (old === undefined) return [`${name} is not in the chart`];
    return compare(old, found, []).map((path) => `${name} differs at ${toDotted(path)}`);
  });
}

function byName(objects: readonly Json[], namespace: string | null): Map<string, Json> {
  return new Map(
    objects
      .map((object) => withoutMarks(withoutNulls(object), namespace))
      .filter(isJsonObject)
      .map((object) => [describeObject(object), object]),
  );
}

function compare(a: Json | undefined, b: Json | undefined, path: Path): Path[] {
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    return a.flatMap((item, index) => compare(item, b[index], [...path, index]));
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.flatMap((key) => compare(a[key], b[key], [...path, key]));
  }
  return a === b ? [] : [path];
}

function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === null ? [] : [[key, withoutNulls(item)]],
    ),
  );
}

function withoutMarks(object: Json, namespace: string | null): Json {
  if (!isJsonObject(object) || !isJsonObject(object['metadata'])) return object;
  const metadata: JsonObject = { ...object['metadata'] };
  if (metadata['namespace'] === namespace) delete metadata['namespace'];
  for (const field of ['labels', 'annotations']) {
    const marks = metadata[field];
    if (!isJsonObject(marks)) continue;
    const own = Object.entries(marks).filter(([name]) => !name.startsWith('kubenix/'));
    metadata[field] = Object.fromEntries(own);
    if (own.length === 0) metadata[field] = null;
  }
  return withoutNulls({ ...object, metadata });
}
