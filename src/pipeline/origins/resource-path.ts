import type { Definition } from '../../bridge/positions.ts';
import { isJsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import type { Path } from '../../core/pointer.ts';
import { resourceOf } from '../../validation/graph/external.ts';

/** A definition of an object, and its path within that object. */
export interface ObjectDefinition {
  readonly definition: Definition;
  readonly rest: Path;
}

/** The definitions that belong to an object, whichever way it is written. */
export function resourcePath(
  definitions: readonly Definition[],
  object: KubernetesObject,
): ObjectDefinition[] {
  const name = nameOf(object);
  const instance = instanceOf(object);
  const own = definitions.filter((each) => (each.instance ?? instance) === instance);
  const renamed = renames(own);
  return own.flatMap((definition) => {
    const length = headLength(definition, object);
    if (length === undefined) return [];
    const head = definition.path.slice(0, length);
    const named = renamed.get(placeOf(definition, head));
    const isNamed = named === undefined ? head.at(-1) === name : named === name;
    return isNamed ? [{ definition, rest: definition.path.slice(length) }] : [];
  });
}

/** How much of a path names the object; undefined when it names another kind. */
function headLength({ root, path }: Definition, object: KubernetesObject): number | undefined {
  if (root === 'objects') return path.length > 0 ? 1 : undefined;
  if (root === 'resources') {
    const isKind = String(path[0]).toLowerCase() === resourceOf(object.kind);
    return isKind && path.length >= 2 ? 2 : undefined;
  }
  return root === 'api' && path[2] === object.kind && path.length >= 4 ? 4 : undefined;
}

/** Where `metadata.name` says so, an object is called otherwise than its attribute. */
function renames(definitions: readonly Definition[]): Map<string, unknown> {
  const named = new Map<string, unknown>();
  for (const definition of definitions) {
    const { path, value } = definition;
    if (path.at(-1) === 'name' && path.at(-2) === 'metadata')
      named.set(placeOf(definition, path.slice(0, -2)), value);
  }
  return named;
}

function placeOf({ root, instance }: Definition, head: Path): string {
  return JSON.stringify([root, instance, head]);
}

function nameOf({ metadata }: KubernetesObject): unknown {
  return isJsonObject(metadata) ? metadata['name'] : undefined;
}

/** The instance of a submodule that made the object. */
export function instanceOf({ metadata }: KubernetesObject): string | undefined {
  const labels = isJsonObject(metadata) ? metadata['labels'] : undefined;
  const instance = isJsonObject(labels) ? labels['kubenix/module-instance'] : undefined;
  return typeof instance === 'string' ? instance : undefined;
}
