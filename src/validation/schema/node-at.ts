import { isJsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import type { Path } from '../../core/pointer.ts';
import type { SchemaNode } from './node.ts';
import type { SchemaRegistry } from './registry.ts';

/** The node for a place in an object, or in an item of a List; undefined where no schema knows it. */
export function nodeAt(
  registry: SchemaRegistry,
  object: KubernetesObject,
  path: Path,
): SchemaNode | undefined {
  const { items } = object;
  const [first, index] = path;
  if (object.kind === 'List' && Array.isArray(items) && first === 'items') {
    const item = typeof index === 'number' ? items[index] : undefined;
    return isObject(item) ? nodeAt(registry, item, path.slice(2)) : undefined;
  }
  let node = registry.find(object.apiVersion, object.kind)?.node;
  for (const part of path) {
    node =
      typeof part === 'number'
        ? node?.items
        : (node?.fields?.get(part) ?? node?.values ?? undefined);
  }
  return node;
}

/**
 * Whether a place takes text alone, so that a number out of a store has to become a string; undefined where no schema
 * knows it.
 */
export function takesTextOnly(
  registry: SchemaRegistry,
  object: KubernetesObject,
  path: Path,
): boolean | undefined {
  const node = nodeAt(registry, object, path);
  return node === undefined || node.type === 'any' ? undefined : node.type === 'string';
}

function isObject(value: unknown): value is KubernetesObject {
  return isJsonObject(value) && typeof value['apiVersion'] === 'string';
}
