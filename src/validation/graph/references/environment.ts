import { items, member, text } from '../fields.ts';
import { podOf } from '../pods.ts';
import type { Edge } from '../edge.ts';
import type { GraphNode } from '../node.ts';
import type { Item } from '../fields.ts';
import { edgeTo } from './wanted.ts';

/** `env` and `envFrom` of every container. */
export function environmentReferences(node: GraphNode): Edge[] {
  const pod = podOf(node);
  if (pod === undefined) return [];
  return pod.containers.flatMap((container) => [
    ...items(container, 'env').flatMap((variable) => [
      ...keyed(node, 'Secret', member(variable, 'valueFrom', 'secretKeyRef')),
      ...keyed(node, 'ConfigMap', member(variable, 'valueFrom', 'configMapKeyRef')),
    ]),
    ...items(container, 'envFrom').flatMap((source) => [
      ...whole(node, 'Secret', member(source, 'secretRef')),
      ...whole(node, 'ConfigMap', member(source, 'configMapRef')),
    ]),
  ]);
}

function keyed(from: GraphNode, kind: string, at: Item | undefined): Edge[] {
  if (at === undefined) return [];
  const key = text(at.value, 'key');
  return edgeTo({
    from,
    relation: 'env',
    at,
    wanted: { kind, ...(key === undefined ? {} : { key }) },
    detailPath: [...at.path, 'key'],
  });
}

function whole(from: GraphNode, kind: string, at: Item | undefined): Edge[] {
  return at === undefined ? [] : edgeTo({ from, relation: 'envFrom', at, wanted: { kind } });
}
