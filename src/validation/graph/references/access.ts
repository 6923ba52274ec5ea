import type { Edge } from '../edge.ts';
import { items, member, text } from '../fields.ts';
import type { GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

const GROUP = 'rbac.authorization.k8s.io';

/** RBAC bindings: the role they grant, and the ServiceAccounts they grant it to. */
export function accessReferences(node: GraphNode): Edge[] {
  if (node.group !== GROUP || !node.kind.endsWith('RoleBinding')) return [];
  const role = member(node, 'roleRef');
  const kind = text(role?.value, 'kind') ?? '';
  const isRole = kind === 'Role' || kind === 'ClusterRole';
  return [
    ...(role !== undefined && isRole
      ? edgeTo({ from: node, relation: 'role', at: role, wanted: { kind, group: GROUP } })
      : []),
    ...items(node, 'subjects')
      .filter(({ value }) => text(value, 'kind') === 'ServiceAccount')
      .flatMap((at) =>
        edgeTo({
          from: node,
          relation: 'subject',
          at,
          wanted: {
            kind: 'ServiceAccount',
            namespace: text(at.value, 'namespace') ?? node.namespace,
          },
        }),
      ),
  ];
}
