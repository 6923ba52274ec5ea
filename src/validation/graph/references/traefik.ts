import type { Edge } from '../edge.ts';
import { items, member, text, type Item } from '../fields.ts';
import type { GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

/** Traefik's routes: their Services with ports, middlewares, TLS options and Secrets. */
export function traefikReferences(node: GraphNode): Edge[] {
  if (!/^traefik\.(io|containo\.us)$/.test(node.group) || !node.kind.startsWith('IngressRoute'))
    return [];
  const routes = items(node, 'spec', 'routes');
  const own = (kind: string, at: Item, relation: string) =>
    edgeTo({ from: node, relation, at, wanted: { kind, group: node.group, ...place(node, at) } });
  const tls = member(node, 'spec', 'tls');
  const options = member(node, 'spec', 'tls', 'options');
  return [
    ...routes.flatMap((route) => items(route, 'services')).flatMap((at) => ofService(node, at)),
    ...routes
      .flatMap((route) => items(route, 'middlewares'))
      // Those of other providers have the provider behind an at sign.
      .filter(({ value }) => text(value, 'name')?.includes('@') === false)
      .flatMap((at) =>
        own(node.kind === 'IngressRouteTCP' ? 'MiddlewareTCP' : 'Middleware', at, 'middleware'),
      ),
    ...(options === undefined ? [] : own('TLSOption', options, 'tls')),
    ...(tls === undefined
      ? []
      : edgeTo({
          from: node,
          relation: 'tls',
          at: tls,
          field: 'secretName',
          wanted: { kind: 'Secret' },
        })),
  ];
}

function ofService(from: GraphNode, at: Item): Edge[] {
  const kind = text(at.value, 'kind') ?? 'Service';
  const name = text(at.value, 'name') ?? '';
  if (name.includes('@')) return [];
  const isService = kind === 'Service';
  const port = at.value['port'];
  const hasPort = isService && (typeof port === 'number' || typeof port === 'string');
  return edgeTo({
    from,
    relation: 'backend',
    at,
    wanted: {
      kind,
      group: isService ? '' : from.group,
      ...place(from, at),
      ...(hasPort ? { port } : {}),
    },
    detailPath: [...at.path, 'port'],
  });
}

function place(from: GraphNode, at: Item) {
  return { namespace: text(at.value, 'namespace') ?? from.namespace };
}
