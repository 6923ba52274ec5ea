import type { JsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { resourceOf } from '../../validation/graph/external.ts';
import { record } from '../../validation/graph/fields.ts';
import {
  childrenOf,
  literalAt,
  named,
  type DefinitionNode,
  type DefinitionTree,
} from './definition-tree.ts';

/** Where the definitions of an object begin, whichever way it is written. */
export function headsOf(
  trees: readonly DefinitionTree[],
  object: KubernetesObject,
): DefinitionNode[] {
  const instance = instanceOf(object);
  // Objects that a submodule lists as they stand do not say whose they are.
  const own = trees.filter(
    (tree) => tree.instance === undefined || (instance ?? tree.instance) === tree.instance,
  );
  return own.flatMap((tree) =>
    tree.root === 'defaults'
      ? childrenOf([tree.top]).flatMap((entry) => defaultFor(entry, object.kind))
      : candidates(tree, object).filter((candidate) => isSame(candidate, object)),
  );
}

/** The instance of a submodule that made the object. */
export function instanceOf({ metadata }: KubernetesObject): string | undefined {
  return textIn(record(metadata, 'labels'), 'kubenix/module-instance');
}

export function textIn(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  return typeof value === 'string' ? value : undefined;
}

function candidates({ root, top }: DefinitionTree, { kind }: KubernetesObject): DefinitionNode[] {
  const parts = childrenOf([top]);
  if (root === 'objects') return parts;
  if (root === 'api') return childrenOf(named(childrenOf(parts), kind));
  if (root !== 'resources') return [];
  const resource = resourceOf(kind);
  const plural = parts.filter(
    ({ part }) => typeof part === 'string' && part.toLowerCase() === resource,
  );
  // Types of one's own may have any name here.
  return childrenOf(plural.length > 0 ? plural : parts);
}

/** Defaults hold for all objects of a kind, or for all there are. */
function defaultFor(entry: DefinitionNode, kind: string): DefinitionNode[] {
  const resource = String(literalAt(entry, ['resource']) ?? resourceOf(kind)).toLowerCase();
  const isMeant = resource === resourceOf(kind) && (literalAt(entry, ['kind']) ?? kind) === kind;
  return isMeant ? named([entry], 'default') : [];
}

/** `metadata.name` may say otherwise than the attribute; what is not said, or not literally, speaks against nothing. */
function isSame(head: DefinitionNode, object: KubernetesObject): boolean {
  const metadata = record(object, 'metadata');
  const attribute = typeof head.part === 'string' ? head.part : undefined;
  const name = literalAt(head, ['metadata', 'name']) ?? attribute;
  const kind = literalAt(head, ['kind']) ?? object.kind;
  const namespace = literalAt(head, ['metadata', 'namespace']) ?? metadata['namespace'];
  return name === metadata['name'] && kind === object.kind && namespace === metadata['namespace'];
}
