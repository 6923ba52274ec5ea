import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';

/** A mapping below `value`, following `keys`; an empty one where there is none. */
export function record(value: Json | undefined, ...keys: readonly string[]): JsonObject {
  const found = field(value, ...keys);
  return isJsonObject(found) ? found : {};
}

/** The text below `value`, following `keys`; undefined when there is none or it is empty. */
export function text(value: Json | undefined, ...keys: readonly string[]): string | undefined {
  const found = field(value, ...keys);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A list item that is a mapping, and where it stands. */
export interface Item {
  readonly value: JsonObject;
  readonly path: Path;
}

/** The mappings of the list below `value` at `keys`; `path` is where `value` stands. */
export function items({ value, path }: Item, ...keys: readonly string[]): Item[] {
  const list = field(value, ...keys);
  if (!Array.isArray(list)) return [];
  const found: Item[] = [];
  for (const [index, item] of list.entries())
    if (isJsonObject(item)) found.push({ value: item, path: path.concat(keys, index) });
  return found;
}

/** The mapping below `value` at `keys`, when there is one. */
export function member({ value, path }: Item, ...keys: readonly string[]): Item | undefined {
  const found = field(value, ...keys);
  return isJsonObject(found) ? { value: found, path: [...path, ...keys] } : undefined;
}

/** Whatever stands below `value` at `keys`. */
export function field(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let found: Json | undefined = value;
  for (const key of keys) {
    if (!isJsonObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}
