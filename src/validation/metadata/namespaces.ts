import type { Diagnostic } from '../../core/diagnostic.ts';
import { globMatcher } from '../../core/glob.ts';
import { isJsonObject } from '../../core/json.ts';
import { nearMisses } from '../../core/near-miss.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { diagnosticOf } from '../schema/finding-diagnostic.ts';
import type { Finding } from '../schema/finding.ts';
import type { SchemaRegistry } from '../schema/registry.ts';
import type { TreeEntry } from '../schema/tree-object.ts';

/** Namespaces that clusters have without any manifest. */
const EVERYWHERE = ['default', 'kube-system', 'kube-public', 'kube-node-lease', 'flux-system'];

/** One object in so many may be a slip; where more of them name no namespace, that is how the tree is written. */
const MANY = 4;

/**
 * Rule `metadata/namespace`, where the tree defines namespaces: a namespaced object that names none though almost all
 * others do, and a namespace that the tree does not define. The latter is an info: charts and operators create some too.
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
  const patterns = external.map(globMatcher);
  const isKnown = (name: string) => known.has(name) || patterns.some((matches) => matches(name));
  const namespaced = entries.filter(
    ({ object }) => registry.find(object.apiVersion, object.kind)?.namespaced === true,
  );
  const unnamed = namespaced.filter(({ object }) => textOf(object, 'namespace').length === 0);
  const isException = unnamed.length * MANY < namespaced.length;
  const told = new Set<string>();
  return namespaced.flatMap((entry) => {
    const [namespace] = textOf(entry.object, 'namespace');
    if (namespace === undefined) return isException ? [missing(entry)] : [];
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
  return diagnosticOf(entry, {
    ...at(entry),
    severity: 'warning',
    message: 'the object names no namespace and lands in `default`',
    help: 'set metadata.namespace',
  });
}

function undefinedNamespace(
  entry: TreeEntry,
  namespace: string,
  defined: readonly string[],
): Diagnostic {
  const near = nearMisses(namespace, defined);
  const external = 'when it exists outside the tree, name it in settings.external.namespaces';
  return diagnosticOf(entry, {
    ...at(entry),
    severity: 'info',
    message: `the tree does not define the namespace ${namespace}`,
    help: near.length > 0 ? `did you mean ${near.join(' or ')}? Otherwise, ${external}` : external,
  });
}

function at(entry: TreeEntry): Pick<Finding, 'code' | 'path'> {
  return { code: 'metadata/namespace', path: [...entry.path, 'metadata', 'namespace'] };
}

function textOf(object: KubernetesObject, field: string): string[] {
  const metadata = object['metadata'];
  const text = isJsonObject(metadata) ? metadata[field] : undefined;
  return typeof text === 'string' && text !== '' ? [text] : [];
}
