import type { Diagnostic } from '../../core/diagnostic.ts';
import { canonicalJson, isJsonObject } from '../../core/json.ts';
import { describeObject, type KubernetesObject } from '../../core/object.ts';
import { diagnosticOf } from '../schema/finding-diagnostic.ts';
import type { SchemaRegistry } from '../schema/registry.ts';
import type { TreeEntry } from '../schema/tree-object.ts';
import { optsOut } from '../settings.ts';

const CODE = 'metadata/duplicate';

/**
 * Rule `metadata/duplicate`: two objects with the same group, kind, namespace and name. Objects of a cluster-scoped kind
 * are the same whatever namespace they carry. One finding for each pair of files, at the first object that they share.
 */
export function checkDuplicates(
  entries: readonly TreeEntry[],
  registry: SchemaRegistry,
): Diagnostic[] {
  const first = new Map<string, TreeEntry>();
  const pairs = new Map<string, [TreeEntry, TreeEntry][]>();
  for (const entry of entries) {
    const key = identityOf(entry.object, registry);
    if (key === undefined) continue;
    const other = first.get(key);
    if (other === undefined) first.set(key, entry);
    else if (!optsOut(entry, CODE) && !optsOut(other, CODE)) {
      const pair = JSON.stringify([other.file, entry.file]);
      pairs.set(pair, [...(pairs.get(pair) ?? []), [entry, other]]);
    }
  }
  return [...pairs.values()].map(duplicates);
}

/** What tells an object from all others; undefined where it has no name of its own. */
export function identityOf(object: KubernetesObject, registry: SchemaRegistry): string | undefined {
  const metadata = isJsonObject(object['metadata']) ? object['metadata'] : {};
  const { name, namespace } = metadata;
  if (typeof name !== 'string' || name === '') return undefined;
  const isCluster = registry.find(object.apiVersion, object.kind)?.namespaced === false;
  const group = object.apiVersion.includes('/') ? (object.apiVersion.split('/', 1)[0] ?? '') : '';
  return JSON.stringify([group, object.kind, isCluster ? null : (namespace ?? null), name]);
}

const MOST = 5;

function duplicates(shared: readonly (readonly [TreeEntry, TreeEntry])[]): Diagnostic {
  const [pair] = shared;
  if (pair === undefined) throw new Error('a pair of files shares at least one object');
  const [entry, other] = pair;
  const place = other.file === entry.file ? 'already in this file' : `also in ${other.file}`;
  return diagnosticOf(entry, {
    code: CODE,
    path: [...entry.path, 'metadata', 'name'],
    message: shared.length === 1 ? describeOne(entry, other, place) : describeAll(shared, place),
    help: 'rename one of them, or keep one alone',
  });
}

function describeOne(entry: TreeEntry, other: TreeEntry, place: string): string {
  return canonicalJson(entry.object) === canonicalJson(other.object)
    ? `the same object is ${place}`
    : `an object of this kind, namespace and name is ${place}, with other content`;
}

function describeAll(shared: readonly (readonly [TreeEntry, TreeEntry])[], place: string): string {
  const names = shared.slice(0, MOST).map(([{ object }]) => describeObject(object));
  const more = shared.length > MOST ? ` and ${shared.length - MOST} more` : '';
  return `${shared.length} objects are ${place}: ${names.join(', ')}${more}`;
}
