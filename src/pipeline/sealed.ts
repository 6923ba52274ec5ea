import { Secret } from '../core/secret.ts';
import { isTreeObject, type Tree } from '../core/tree.ts';

/** The same value with every scalar but null as a secret: what a reference names is never treated as public. */
export function sealed(value: Tree): Tree {
  if (Array.isArray(value)) return value.map(sealed);
  if (value === null || value instanceof Secret) return value;
  if (isTreeObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sealed(item)]));
  }
  return new Secret(value);
}
