import { compareUtf8 } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { record } from '../../validation/graph/fields.ts';
import type { ImportedObject } from './read.ts';

/**
 * Puts imported objects where kubenix has them: among the resources of the configuration that imports them, by
 * kind and name; then the kinds `first` to the front. `own` is in that order already.
 */
export function arrange(
  own: readonly KubernetesObject[],
  imported: readonly ImportedObject[],
  first: readonly string[],
): KubernetesObject[] {
  const rank = (object: KubernetesObject) => {
    const index = first.indexOf(object.kind);
    return index < 0 ? first.length : index;
  };
  const objects = [...own];
  for (const { object } of imported) objects.splice(placeOf(object, objects, rank), 0, object);
  return objects;
}

function placeOf(
  object: KubernetesObject,
  objects: readonly KubernetesObject[],
  rank: (object: KubernetesObject) => number,
): number {
  const key = sortKey(object);
  const origin = originOf(object);
  const peers = [...objects.entries()].filter(([, other]) => rank(other) === rank(object));
  const resources = peers.filter(([, other]) => originOf(other) === origin);
  const behind = resources.find(([, other]) => compareUtf8(sortKey(other), key) > 0);
  if (behind !== undefined) return behind[0];
  const before = resources.at(-1);
  if (before !== undefined) return before[0] + 1;
  // Objects that a module lists as they are stand last.
  const listed = peers.find(([, other]) => originOf(other) === undefined);
  if (listed !== undefined) return listed[0];
  const after = objects.findIndex((other) => rank(other) > rank(object));
  return after < 0 ? objects.length : after;
}

/** The configuration whose resource this is: the name of a submodule instance, or "". Listed objects: undefined. */
function originOf(object: KubernetesObject): string | undefined {
  const metadata = record(object, 'metadata');
  if (!('kubenix/project-name' in record(metadata, 'annotations'))) return undefined;
  const instance = record(metadata, 'labels')['kubenix/module-instance'];
  return typeof instance === 'string' ? instance : '';
}

function sortKey(object: KubernetesObject): string {
  const [group = '', version] = object.apiVersion.split('/');
  const gvk = version === undefined ? `core/${group}` : `${group}/${version}`;
  const { name } = record(object, 'metadata');
  return `${gvk}/${object.kind}\0${typeof name === 'string' ? name : ''}`;
}
