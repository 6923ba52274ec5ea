import type { Edge } from '../edge.ts';
import { items, member, text, type Item } from '../fields.ts';
import type { GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

/** Ingress: its class, the Services behind it with their ports, and its TLS Secrets. */
export function ingressReferences(node: GraphNode): Edge[] {
  if (node.kind !== 'Ingress' || node.group !== 'networking.k8s.io') return [];
  const defaults = member(node, 'spec', 'defaultBackend');
  const backends = items(node, 'spec', 'rules')
    .flatMap((rule) => items(rule, 'http', 'paths'))
    .flatMap((path) => member(path, 'backend') ?? []);
  const spec = member(node, 'spec');
  return [
    ...(spec === undefined ? [] : ofClass(node, spec)),
    ...[...(defaults === undefined ? [] : [defaults]), ...backends].flatMap((backend) =>
      ofBackend(node, backend),
    ),
    ...items(node, 'spec', 'tls').flatMap((at) =>
      edgeTo({ from: node, relation: 'tls', at, field: 'secretName', wanted: { kind: 'Secret' } }),
    ),
  ];
}

function ofClass(from: GraphNode, at: Item): Edge[] {
  const wanted = { kind: 'IngressClass', group: from.group };
  return edgeTo({ from, relation: 'class', at, field: 'ingressClassName', wanted });
}

function ofBackend(from: GraphNode, backend: Item): Edge[] {
  const at = member(backend, 'service');
  // Annotations of the AWS controller stand behind a port of this name.
  if (at === undefined || text(at.value, 'port', 'name') === 'use-annotation') return [];
  const port = member(at, 'port')?.value ?? {};
  const wanted = text(port, 'name') ?? port['number'];
  const isPort = typeof wanted === 'number' || typeof wanted === 'string';
  return edgeTo({
    from,
    relation: 'backend',
    at,
    wanted: { kind: 'Service', ...(isPort ? { port: wanted } : {}) },
    detailPath: [...at.path, 'port', typeof wanted === 'string' ? 'name' : 'number'],
  });
}
