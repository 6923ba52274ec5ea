import { infoAt, warningAt, type Diagnostic } from '../../core/diagnostic.ts';
import { globSource } from '../../core/glob.ts';
import { isJsonObject } from '../../core/json.ts';
import { nearMisses } from '../../core/near-miss.ts';
import { describeObject, type KubernetesObject } from '../../core/object.ts';
import { toPointer } from '../../core/pointer.ts';
import type { SchemaRegistry } from '../schema/registry.ts';
import type { TreeEntry } from '../schema/tree-object.ts';

/** Namespaces that clusters have without any manifest. */
const EVERYWHERE = ['default', 'kube-system', 'kube-public', 'kube-node-lease', 'flux-system'];

/**
 * Rule `metadata/namespace`, where the tree defines namespaces: a namespaced object that names none, and a namespace that
 * the tree does not define. The latter is a warning only when it looks like a misspelling: charts and operators create
 * namespaces too.
 *
 * @param external globs of namespaces that exist outside the tree
 */
export function checkNamespaces(
  entries: readonly TreeEntry[],
  registry: SchemaRegistry,
  external: readonly string[],
): Diagnostic[] {
  const defined = entries
    .filter(({ object }) => object.apiVersion === 'v1' && object.kind === 'Namespace')
    .flatMap(({ object }) => textOf(object, 'name'));
  // What a Flux Kustomization moves into its target namespace is written without one.
  if (defined.length === 0 || entries.some(setsNamespace)) return [];
  const known = new Set([...EVERYWHERE, ...defined]);
  const patterns = external.map((glob) => new RegExp(`^${globSource(glob)}$`));
  const isKnown = (name: string) => known.has(name) || patterns.some((regex) => regex.test(name));
  const told = new Set<string>();
  return entries.flatMap((entry) => {
    const { object } = entry;
    if (registry.find(object.apiVersion, object.kind)?.namespaced !== true) return [];
    const [namespace] = textOf(object, 'namespace');
    if (namespace === undefined) return [missing(entry)];
    if (isKnown(namespace) || entry.opaque(namespace) !== undefined || told.has(namespace))
      return [];
    told.add(namespace);
    return [undefinedNamespace(entry, namespace, defined)];
  });
}

function setsNamespace({ object }: TreeEntry): boolean {
  const spec = object['spec'];
  const isKustomization = object.apiVersion.startsWith('kustomize.toolkit.fluxcd.io/');
  return isKustomization && isJsonObject(spec) && typeof spec['targetNamespace'] === 'string';
}

function missing(entry: TreeEntry): Diagnostic {
  return warningAt('metadata/namespace', 'the object names no namespace and lands in `default`', {
    ...where(entry),
    help: 'set metadata.namespace',
  });
}

function undefinedNamespace(
  entry: TreeEntry,
  namespace: string,
  defined: readonly string[],
): Diagnostic {
  const near = nearMisses(namespace, defined).filter((name) => name.length > 3);
  const message = `the tree does not define the namespace ${namespace}`;
  if (near.length === 0 || namespace.length <= 3)
    return infoAt('metadata/namespace', message, {
      ...where(entry),
      help: 'when it exists outside the tree, name it in settings.external.namespaces',
    });
  return warningAt('metadata/namespace', message, {
    ...where(entry),
    help: `did you mean ${near.join(' or ')}? Name it in settings.external.namespaces when it exists outside the tree`,
  });
}

function where(entry: TreeEntry) {
  return {
    file: entry.file,
    object: describeObject(entry.object),
    pointer: toPointer([...entry.path, 'metadata', 'namespace']),
  };
}

function textOf(object: KubernetesObject, field: string): string[] {
  const metadata = object['metadata'];
  const text = isJsonObject(metadata) ? metadata[field] : undefined;
  return typeof text === 'string' && text !== '' ? [text] : [];
}
