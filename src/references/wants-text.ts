import type { KubernetesObject } from '../core/object.ts';
import type { Path } from '../core/pointer.ts';

/**
 * Whether a place of an object takes text alone, so that a number out of a store has to become a string; undefined where
 * no schema tells.
 */
export type TakesText = (object: KubernetesObject, path: Path) => boolean | undefined;

/**
 * What every kind has in common, for objects without a schema: data of Secrets and ConfigMaps, labels and annotations of
 * any object or template, environment values, commands and arguments are text.
 */
export function wantsText(object: KubernetesObject, path: Path): boolean {
  const isDataObject =
    object.apiVersion === 'v1' && (object.kind === 'Secret' || object.kind === 'ConfigMap');
  if (isDataObject && ['data', 'stringData', 'binaryData'].includes(String(path[0]))) return true;
  const keys = path.filter((part) => typeof part === 'string');
  const [grandparent, parent, leaf] = [keys.at(-3), keys.at(-2), keys.at(-1)];
  if (grandparent === 'metadata' && (parent === 'labels' || parent === 'annotations')) return true;
  if (parent === 'env' && leaf === 'value') return true;
  return (leaf === 'command' || leaf === 'args') && typeof path.at(-1) === 'number';
}
