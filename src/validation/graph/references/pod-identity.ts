import type { Edge } from '../edge.ts';
import { items, member, text } from '../fields.ts';
import type { GraphNode } from '../node.ts';
import { podOf } from '../pods.ts';
import { edgeTo } from './wanted.ts';

/** Who a pod is: its ServiceAccount, its classes, the Service of its name, and the Secrets that pull its images. */
export function podIdentityReferences(node: GraphNode): Edge[] {
  if (node.kind === 'Secret') return ofToken(node);
  const at = podOf(node);
  const pullers = at ?? (node.kind === 'ServiceAccount' ? node : undefined);
  const pull =
    pullers === undefined
      ? []
      : items(pullers, 'imagePullSecrets').flatMap((secret) =>
          edgeTo({ from: node, relation: 'pull', at: secret, wanted: { kind: 'Secret' } }),
        );
  if (at === undefined) return pull;
  const spec = node.kind === 'StatefulSet' ? member(node, 'spec') : undefined;
  return [
    ...pull,
    ...(spec === undefined
      ? []
      : edgeTo({
          ...{ from: node, relation: 'governing', at: spec, field: 'serviceName' },
          wanted: { kind: 'Service' },
        })),
    ...edgeTo({
      from: node,
      relation: 'account',
      at,
      field: 'serviceAccountName',
      wanted: { kind: 'ServiceAccount' },
    }),
    ...edgeTo({
      from: node,
      relation: 'priority',
      at,
      field: 'priorityClassName',
      wanted: { kind: 'PriorityClass', group: 'scheduling.k8s.io' },
    }),
    ...edgeTo({
      ...{ from: node, relation: 'runtime', at, field: 'runtimeClassName' },
      wanted: { kind: 'RuntimeClass', group: 'node.k8s.io' },
    }),
  ];
}

const ACCOUNT = 'kubernetes.io/service-account.name';

/** Who a Secret with a token speaks for. */
function ofToken(node: GraphNode): Edge[] {
  const at = member(node, 'metadata', 'annotations');
  const isToken = text(node.value, 'type') === 'kubernetes.io/service-account-token';
  if (!isToken || at === undefined) return [];
  const wanted = { kind: 'ServiceAccount' };
  return edgeTo({ from: node, relation: 'token', at, field: ACCOUNT, wanted });
}
