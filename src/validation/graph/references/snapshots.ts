import type { Edge } from '../edge.ts';
import { member, text } from '../fields.ts';
import type { GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

const GROUP = 'snapshot.storage.k8s.io';

/** Snapshots: the claim they are taken of and their class; claims that are filled from a snapshot or a claim. */
export function snapshotReferences(node: GraphNode): Edge[] {
  if (node.kind === 'PersistentVolumeClaim') return ofSource(node);
  if (node.kind !== 'VolumeSnapshot' || node.group !== GROUP) return [];
  const spec = member(node, 'spec');
  const source = member(node, 'spec', 'source');
  return [
    ...(source === undefined
      ? []
      : edgeTo({
          ...{ from: node, relation: 'source', at: source, field: 'persistentVolumeClaimName' },
          wanted: { kind: 'PersistentVolumeClaim' },
        })),
    ...(spec === undefined
      ? []
      : edgeTo({
          ...{ from: node, relation: 'class', at: spec, field: 'volumeSnapshotClassName' },
          wanted: { kind: 'VolumeSnapshotClass', group: GROUP },
        })),
  ];
}

function ofSource(node: GraphNode): Edge[] {
  const at = member(node, 'spec', 'dataSourceRef') ?? member(node, 'spec', 'dataSource');
  const kind = text(at?.value, 'kind');
  if (at === undefined || (kind !== 'VolumeSnapshot' && kind !== 'PersistentVolumeClaim'))
    return [];
  const group = kind === 'VolumeSnapshot' ? GROUP : '';
  return edgeTo({ from: node, relation: 'data', at, wanted: { kind, group } });
}
