import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Walk } from '../schema/finding.ts';

/**
 * Stands where a text is not known yet: checks see that there is something, and no text, number, list or mapping. A
 * function is the one value that is nothing of all that.
 */
const UNKNOWN = (() => 'not known yet') as unknown as Json;

/** The object with `UNKNOWN` for every opaque text; the object itself when it has none. */
export function withoutOpaque(object: JsonObject, opaque: Walk['opaque']): JsonObject {
  return replace(object, opaque) as JsonObject;
}

function replace(value: Json, opaque: Walk['opaque']): Json {
  if (typeof value === 'string') return opaque(value) === undefined ? value : UNKNOWN;
  if (Array.isArray(value)) {
    const items = value.map((item) => replace(item, opaque));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isJsonObject(value)) return value;
  let changed: JsonObject | undefined;
  for (const key in value) {
    const item = value[key];
    if (item === undefined) continue;
    const known = replace(item, opaque);
    if (known !== item) changed = { ...(changed ?? value), [key]: known };
  }
  return changed ?? value;
}

/** True for a value that has something in it that is not known yet. */
export function holdsUnknown(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isUnknown(value);
  return Object.values(value).some(holdsUnknown);
}

/** True for what `withoutOpaque` put in the place of a text. */
export function isUnknown(value: unknown): boolean {
  return typeof value === 'function';
}
