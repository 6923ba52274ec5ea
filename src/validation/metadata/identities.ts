import type { Diagnostic } from '../../core/diagnostic.ts';
import { canonicalJson, isJsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { diagnosticOf } from '../schema/finding-diagnostic.ts';
import type { SchemaRegistry } from '../schema/registry.ts';
import type { TreeEntry } from '../schema/tree-object.ts';

/**
 * Rule `metadata/duplicate`: two objects with the same group, kind, namespace and name. Objects of a cluster-scoped kind
 * are the same whatever namespace they carry. Equal copies are a warning: the last one written changes nothing.
 */
export function checkDuplicates(
  entries: readonly TreeEntry[],
  registry: SchemaRegistry,
): Diagnostic[] {
  const first = new Map<string, TreeEntry>();
  return entries.flatMap((entry) => {
    const key = identityOf(entry.object, registry);
    const other = key === undefined ? undefined : first.get(key);
    if (key !== undefined && other === undefined) first.set(key, entry);
    return other === undefined ? [] : [duplicate(entry, other)];
  });
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

function duplicate(entry: TreeEntry, other: TreeEntry): Diagnostic {
  const place = other.file === entry.file ? 'already in this file' : `also in ${other.file}`;
  const isEqual = canonicalJson(entry.object) === canonicalJson(other.object);
  return diagnosticOf(entry, {
    code: 'metadata/duplicate',
    severity: isEqual ? 'warning' : 'error',
    path: [...entry.path, 'metadata', 'name'],
    message: isEqual
      ? `the same object is ${place}`
      : `an object of this kind, namespace and name is ${place}, with other content`,
    help: 'rename one of them, or keep one alone',
  });
}
