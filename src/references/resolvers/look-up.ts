import { isTreeObject, type Tree } from '../../core/tree.ts';

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
