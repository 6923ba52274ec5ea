import type { Json, JsonObject } from '../../core/json.ts';
import { field, record, text } from '../graph/fields.ts';
import { keysOf, type Lookup } from '../graph/lookup.ts';
import type { GraphNode } from '../graph/node.ts';
import type { KnownValue } from './evaluate.ts';
import { substituteFrom } from './tree.ts';

/** The variables of a Kustomization, as far as the tree shows them. */
export interface Variables {
  readonly names: ReadonlySet<string>;
  /** Of those whose values the tree shows. */
  readonly values: ReadonlyMap<string, KnownValue>;
  /** False when some may come from objects that the tree does not show. */
  readonly complete: boolean;
}

/**
 * The variables that a Kustomization puts into what it applies; undefined when it puts in nothing at all.
 *
 * @param lookup the objects of the tree, with those that no module makes
 */
export function variablesOf(kustomization: JsonObject, lookup: Lookup): Variables | undefined {
  const own = record(kustomization, 'spec', 'postBuild', 'substitute');
  const names = new Set(Object.keys(own));
  const values = new Map<string, KnownValue>();
  let complete = true;
  const namespace = text(kustomization, 'metadata', 'namespace');
  for (const { kind, name } of substituteFrom(kustomization)) {
    const source = lookup.find({ group: '', kind, namespace, name });
    const keys = source === undefined ? undefined : keysOf(source);
    if (keys === undefined) complete = false;
    for (const key of keys ?? []) {
      names.add(key);
      setValue(values, key, valueIn(source, key));
    }
  }
  // What the Kustomization says itself comes last and wins.
  for (const [name, value] of Object.entries(own))
    setValue(values, name, { text: plain(value), isSecret: false });
  const isAlways = text(kustomization, 'spec', 'postBuild', 'substituteStrategy') === 'Always';
  return names.size > 0 || !complete || isAlways ? { names, values, complete } : undefined;
}

/** What a variable is: its value, '' where there is none and a default stands for it, undefined when that is not known. */
export function valueOf(
  { names, values }: Variables,
  name: string,
  hasDefault: boolean,
): KnownValue | '' | undefined {
  return values.get(name) ?? (hasDefault && !names.has(name) ? '' : undefined);
}

/** The value in a ConfigMap or a Secret in the clear; ciphertexts, placeholders and other variables stand for one. */
function valueIn(source: GraphNode | undefined, key: string) {
  const isSecret = source?.kind === 'Secret';
  const found = field(source?.value, isSecret ? 'stringData' : 'data', key);
  return { text: plain(found), isSecret };
}

function plain(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  const text = String(value);
  return /^ENC\[|\$\{|ref\+/.test(text) ? undefined : text;
}

/** Flux takes line feeds out. */
function setValue(
  values: Map<string, KnownValue>,
  name: string,
  { text, isSecret }: { readonly text: string | undefined; readonly isSecret: boolean },
): void {
  if (text === undefined) values.delete(name);
  else values.set(name, { text: text.replaceAll('\n', ''), isSecret });
}
