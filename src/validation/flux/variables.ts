import type { JsonObject } from '../../core/json.ts';
import { record, text } from '../graph/fields.ts';
import { keysOf, type Lookup } from '../graph/lookup.ts';
import { substituteFrom } from './tree.ts';

/** The variables of a Kustomization, as far as the tree shows them. */
export interface Variables {
  readonly names: ReadonlySet<string>;
  /** False when some may come from objects that the tree does not show. */
  readonly complete: boolean;
}

/**
 * The variables that a Kustomization puts into what it applies; undefined when it puts in nothing at all.
 *
 * @param lookup the objects of the tree, with those that no module makes
 */
export function variablesOf(kustomization: JsonObject, lookup: Lookup): Variables | undefined {
  const names = new Set(Object.keys(record(kustomization, 'spec', 'postBuild', 'substitute')));
  let complete = true;
  const namespace = text(kustomization, 'metadata', 'namespace');
  for (const { kind, name } of substituteFrom(kustomization)) {
    const source = lookup.find({ group: '', kind, namespace, name });
    const keys = source === undefined ? undefined : keysOf(source);
    if (keys === undefined) complete = false;
    for (const key of keys ?? []) names.add(key);
  }
  const isAlways = text(kustomization, 'spec', 'postBuild', 'substituteStrategy') === 'Always';
  return names.size > 0 || !complete || isAlways ? { names, complete } : undefined;
}
