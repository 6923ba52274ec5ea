import { isTreeObject, type Tree, type TreeObject } from '../core/tree.ts';
import type { OpenMap } from './open-tree.ts';

/**
 * For each object the index of the previous document with its identity (apiVersion, kind, namespace,
 * name); objects without one continue the document at their own position when nobody else does.
 */
export function matchDocuments(
  objects: readonly TreeObject[],
  previous: readonly OpenMap[],
): (number | undefined)[] {
  const waiting = new Map<string, number[]>();
  previous.forEach((document, index) => {
    const identity = identityOfDocument(document);
    waiting.set(identity, [...(waiting.get(identity) ?? []), index]);
  });
  return objects.map((object) => waiting.get(identityOfObject(object))?.shift());
}

const PARTS = [['apiVersion'], ['kind'], ['metadata', 'namespace'], ['metadata', 'name']] as const;

function identityOfObject(object: TreeObject): string {
  return JSON.stringify(
    PARTS.map((path) => {
      let tree: Tree | undefined = object;
      for (const key of path)
        tree = tree !== undefined && isTreeObject(tree) ? tree[key] : undefined;
      return typeof tree === 'string' ? tree : null;
    }),
  );
}

function identityOfDocument(document: OpenMap): string {
  return JSON.stringify(PARTS.map((path) => clearTextAt(document, path)));
}

function clearTextAt(document: OpenMap, path: readonly string[]): string | null {
  let map: OpenMap | undefined = document;
  for (const [index, key] of path.entries()) {
    const value: OpenMap['entries'][number]['value'] | undefined = map?.entries.find(
      ({ entry }) => entry.key === key,
    )?.value;
    if (index === path.length - 1) {
      return value?.kind === 'leaf' && typeof value.value === 'string' ? value.value : null;
    }
    map = value?.kind === 'map' ? value : undefined;
  }
  return null;
}
