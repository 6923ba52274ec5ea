import type { Edge } from '../edge.ts';
import { items, member, text, type Item } from '../fields.ts';
import type { GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

const GROUP = 'gateway.networking.k8s.io';

/** Gateway API: routes to their Gateways and Services, Gateways to their classes and TLS Secrets. */
export function gatewayReferences(node: GraphNode): Edge[] {
  if (node.group !== GROUP) return [];
  if (node.kind === 'Gateway') return [...ofClass(node), ...certificates(node)];
  if (!node.kind.endsWith('Route')) return [];
  const rules = items(node, 'spec', 'rules');
  const mirrors = rules
    .flatMap((rule) => items(rule, 'filters'))
    .flatMap((filter) => member(filter, 'requestMirror', 'backendRef') ?? []);
  return [
    ...items(node, 'spec', 'parentRefs').flatMap((parent) => ofParent(node, parent)),
    ...[...rules.flatMap((rule) => items(rule, 'backendRefs')), ...mirrors].flatMap((backend) =>
      ofBackend(node, backend),
    ),
  ];
}

function ofClass(node: GraphNode): Edge[] {
  const at = member(node, 'spec');
  const wanted = { kind: 'GatewayClass', group: GROUP };
  if (at === undefined) return [];
  return edgeTo({ from: node, relation: 'class', at, field: 'gatewayClassName', wanted });
}

function certificates(node: GraphNode): Edge[] {
  return items(node, 'spec', 'listeners')
    .flatMap((listener) => items(listener, 'tls', 'certificateRefs'))
    .filter(({ value }) => (text(value, 'kind') ?? 'Secret') === 'Secret')
    .flatMap((at) =>
      edgeTo({ from: node, relation: 'tls', at, wanted: { kind: 'Secret', ...place(node, at) } }),
    );
}

function ofParent(from: GraphNode, at: Item): Edge[] {
  if ((text(at.value, 'kind') ?? 'Gateway') !== 'Gateway') return [];
  const key = text(at.value, 'sectionName');
  return edgeTo({
    from,
    relation: 'parent',
    at,
    wanted: {
      kind: 'Gateway',
      group: text(at.value, 'group') ?? GROUP,
      ...place(from, at),
      ...(key === undefined ? {} : { key }),
    },
    detailPath: [...at.path, 'sectionName'],
  });
}

function ofBackend(from: GraphNode, at: Item): Edge[] {
  const isService = (text(at.value, 'kind') ?? 'Service') === 'Service';
  if (!isService || text(at.value, 'group') !== undefined) return [];
  const port = at.value['port'];
  return edgeTo({
    from,
    relation: 'backend',
    at,
    wanted: {
      kind: 'Service',
      ...place(from, at),
      ...(typeof port === 'number' ? { port } : {}),
    },
    detailPath: [...at.path, 'port'],
  });
}

function place(from: GraphNode, at: Item) {
  return { namespace: text(at.value, 'namespace') ?? from.namespace };
}
