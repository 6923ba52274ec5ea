import type { Edge } from '../edge.ts';
import { items, member, text, type Item } from '../fields.ts';
import type { GraphNode } from '../node.ts';
import { podOf, type Pod } from '../pods.ts';
import { edgeTo } from './wanted.ts';

/** Volumes of pods: Secrets, ConfigMaps, their projection and keys, claims; claims and the volumes behind them. */
export function volumeReferences(node: GraphNode): Edge[] {
  const pod = podOf(node);
  return [
    ...(pod === undefined
      ? []
      : items(pod, 'volumes').flatMap((volume) => ofVolume(node, pod, volume))),
    ...claimsOf(node).flatMap((claim) => [...storageClass(node, claim), ...ofClaim(node, claim)]),
    ...(node.kind === 'PersistentVolume' ? ofPersistentVolume(node) : []),
  ];
}

function ofVolume(from: GraphNode, pod: Pod, volume: Item): Edge[] {
  const claim = member(volume, 'persistentVolumeClaim');
  const ephemeral = member(volume, 'ephemeral', 'volumeClaimTemplate', 'spec');
  return [
    ...sources({ from, volume, pod, name: 'secretName' }),
    ...items(volume, 'projected', 'sources').flatMap((source) =>
      sources({ from, volume: source, pod: undefined, name: 'name' }),
    ),
    ...(claim === undefined
      ? []
      : edgeTo({
          from,
          relation: 'volume',
          at: claim,
          field: 'claimName',
          wanted: { kind: 'PersistentVolumeClaim' },
        })),
    ...(ephemeral === undefined ? [] : storageClass(from, ephemeral)),
  ];
}

interface Source {
  readonly from: GraphNode;
  readonly volume: Item;
  /** Undefined for projected volumes, whose paths come from several sources. */
  readonly pod: Pod | undefined;
  /** Field that names a Secret. */
  readonly name: string;
}

function sources(source: Source): Edge[] {
  return [
    ...withKeys(source, 'Secret', { at: member(source.volume, 'secret'), field: source.name }),
    ...withKeys(source, 'ConfigMap', { at: member(source.volume, 'configMap'), field: 'name' }),
  ];
}

/** One edge per key that `items` picks, or that a subPath mounts; else one for the object. */
function withKeys(
  { from, volume, pod }: Source,
  kind: string,
  { at, field }: { readonly at: Item | undefined; readonly field: string },
): Edge[] {
  if (at === undefined) return [];
  const picked = items(at, 'items');
  const keys =
    picked.length > 0 || pod === undefined
      ? picked.map(({ value, path }) => ({ key: text(value, 'key'), path: [...path, 'key'] }))
      : subPaths(pod, text(volume.value, 'name'));
  const base = { from, relation: 'volume', at, field };
  if (keys.length === 0) return edgeTo({ ...base, wanted: { kind } });
  return keys.flatMap(({ key, path }) =>
    edgeTo({ ...base, wanted: { kind, ...(key === undefined ? {} : { key }) }, detailPath: path }),
  );
}

/** A file that is mounted alone is a key of the volume. */
function subPaths(pod: Pod, volume: string | undefined) {
  return pod.containers
    .flatMap((container) => items(container, 'volumeMounts'))
    .flatMap(({ value, path }) => {
      const key = text(value, 'subPath');
      const isFile = text(value, 'name') === volume && key !== undefined && !key.includes('/');
      return isFile ? [{ key, path: [...path, 'subPath'] }] : [];
    });
}

/** The claims that an object is or makes. */
function claimsOf(node: GraphNode): Item[] {
  if (node.kind === 'PersistentVolumeClaim') return [member(node, 'spec') ?? node];
  if (node.kind !== 'StatefulSet') return [];
  return items(node, 'spec', 'volumeClaimTemplates').map(
    (template) => member(template, 'spec') ?? template,
  );
}

/** A claim that names its volume may carry a class that exists nowhere. */
function storageClass(from: GraphNode, at: Item): Edge[] {
  if (text(at.value, 'volumeName') !== undefined) return [];
  const wanted = { kind: 'StorageClass', group: 'storage.k8s.io' };
  return edgeTo({ from, relation: 'class', at, field: 'storageClassName', wanted });
}

/** Volumes with such names were made for a claim, by its class. */
const PROVISIONED = /^pvc-[0-9a-f-]{36}$/;

function ofClaim(from: GraphNode, at: Item): Edge[] {
  if (PROVISIONED.test(text(at.value, 'volumeName') ?? '')) return [];
  const wanted = { kind: 'PersistentVolume' };
  return edgeTo({ from, relation: 'bound', at, field: 'volumeName', wanted });
}

/** A volume may be kept for one claim, which need not be there yet. */
function ofPersistentVolume(from: GraphNode): Edge[] {
  const claim = member(from, 'spec', 'claimRef');
  const namespace = text(claim?.value, 'namespace');
  if (claim === undefined) return [];
  const wanted = { kind: 'PersistentVolumeClaim', namespace };
  return edgeTo({ from, relation: 'claim', at: claim, wanted, optional: true });
}
