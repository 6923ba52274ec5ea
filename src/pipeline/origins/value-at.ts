import { isJsonObject, type Json } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';

/** Whatever stands at a path of an object. */
export function valueAt(object: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(child, object);
}

/** One step of a path. */
export function child(value: Json | undefined, part: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(part)];
  return isJsonObject(value) ? value[part] : undefined;
}
