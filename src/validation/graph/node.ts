import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { field, items, text, type Item } from './fields.ts';

/** A file of the tree. */
export interface SourceFile {
  /** Relative to the project root. */
  readonly path: string;
  readonly objects: readonly Json[];
}

/** One object of the tree. */
export interface GraphNode extends Item {
  /** `group/Kind namespace/name`; different for every identity. */
  readonly id: string;
  /** Path of its manifest file, relative to the project root. */
  readonly file: string;
  /** Index of the object of its file that it is or stands in. */
  readonly index: number;
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** As written; undefined for cluster-scoped objects and where the module names none. */
  readonly namespace: string | undefined;
  readonly value: JsonObject;
  /** Where it stands in the object of its file: empty but for the items of a List. */
  readonly path: Path;
}

/** The objects of manifest files as nodes; Lists are opened, objects without a name left out. */
export function nodesOf(files: readonly SourceFile[]): GraphNode[] {
  return files.flatMap(({ path: file, objects }) =>
    objects.flatMap((object, index) =>
      isJsonObject(object) ? nodesIn({ value: object, path: [] }, { file, index }) : [],
    ),
  );
}

function nodesIn(item: Item, place: Pick<GraphNode, 'file' | 'index'>): GraphNode[] {
  const { value, path } = item;
  if (Array.isArray(value['items']) && text(value, 'metadata', 'name') === undefined) {
    return items(item, 'items').flatMap((inner) => nodesIn(inner, place));
  }
  const kind = text(value, 'kind');
  const name = text(value, 'metadata', 'name');
  if (kind === undefined || name === undefined) return [];
  const group = groupOf(text(value, 'apiVersion') ?? '');
  const namespace = CLUSTER_SCOPED.has(kind) ? undefined : text(value, 'metadata', 'namespace');
  const id = identity({ group, kind, namespace, name });
  return [{ id, ...place, group, kind, name, namespace, value, path }];
}

export interface Identity {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** The text that tells an object from all others; a namespace says nothing about a cluster-scoped one. */
export function identity({ group, kind, namespace, name }: Identity): string {
  const qualified = group === '' ? kind : `${group}/${kind}`;
  if (CLUSTER_SCOPED.has(kind)) return `${qualified} ${name}`;
  return `${qualified} ${namespace ?? 'default'}/${name}`;
}

/** The group of an apiVersion: `apps/v1` → `apps`, `v1` → nothing. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** True for a kind that does not belong to Kubernetes itself. */
export function isCustom({ group }: Pick<GraphNode, 'group'>): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}

/** Annotations of an object, those that are text. */
export function annotationsOf({ value }: Item): Map<string, string> {
  const annotations = field(value, 'metadata', 'annotations');
  const entries = isJsonObject(annotations) ? Object.entries(annotations) : [];
  return new Map(entries.flatMap(([key, item]) => (typeof item === 'string' ? [[key, item]] : [])));
}

/** Kinds without a namespace that are referred to, or carry one all the same. */
export const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'APIService',
  'ClusterExternalSecret',
  'ClusterIssuer',
  'ClusterPolicy',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingWebhookConfiguration',
  'VolumeSnapshotClass',
]);
