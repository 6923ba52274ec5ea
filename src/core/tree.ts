import { Secret } from './secret.ts';

/** A document whose placeholders are resolved: JSON in which some scalars are secrets. */
export type Tree = null | boolean | number | string | Secret | Tree[] | TreeObject;
export interface TreeObject {
  [key: string]: Tree;
}

export function isTreeObject(value: Tree): value is TreeObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Secret)
  );
}
