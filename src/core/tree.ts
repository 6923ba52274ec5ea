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

/** The value below a path of mapping keys; undefined when a part is missing or not a mapping. */
export function lookUpTree(tree: Tree, key: readonly string[]): Tree | undefined {
  let value: Tree | undefined = tree;
  for (const part of key) {
    value =
      value !== undefined && isTreeObject(value) && Object.hasOwn(value, part)
        ? value[part]
        : undefined;
  }
  return value;
}
