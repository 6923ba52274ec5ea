import type { Edge } from '../edge.ts';
import { member, text } from '../fields.ts';
import { groupOf, type GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

/** Kinds that scale a workload → the field that names it. */
const SCALERS: Readonly<Record<string, string>> = {
  HorizontalPodAutoscaler: 'scaleTargetRef',
  VerticalPodAutoscaler: 'targetRef',
  ScaledObject: 'scaleTargetRef',
};

/** Workloads of Kubernetes itself; others may be made by operators. */
const WORKLOADS: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'DaemonSet',
]);

/** Autoscalers: the workload they scale. */
export function scalingReferences(node: GraphNode): Edge[] {
  const field = Object.hasOwn(SCALERS, node.kind) ? SCALERS[node.kind] : undefined;
  const at = field === undefined ? undefined : member(node, 'spec', field);
  if (at === undefined) return [];
  const kind = text(at.value, 'kind') ?? 'Deployment';
  const group = groupOf(text(at.value, 'apiVersion') ?? 'apps/v1');
  if (!WORKLOADS.has(kind) || group !== 'apps') return [];
  return edgeTo({ from: node, relation: 'scale', at, wanted: { kind, group } });
}
