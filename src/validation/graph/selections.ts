import type { LabelSelector, Selection, WantedPort } from './edge.ts';
import { field, items, member, text, type Item } from './fields.ts';
import type { GraphNode } from './node.ts';
import { labelSelector, plainSelector } from './selector.ts';

/** The references by labels that one object makes. Selectors that take everything select nothing in particular. */
export function selectionsOf(node: GraphNode): Selection[] {
  const read = Object.hasOwn(READERS, node.kind) ? READERS[node.kind] : undefined;
  return (read?.(node) ?? []).filter(({ selector }) => !isEmpty(selector));
}

const READERS: Readonly<Record<string, (node: GraphNode) => Selection[]>> = {
  Service: ofService,
  PodDisruptionBudget: (node) => ofPods(node, 'policy', member(node, 'spec', 'selector')),
  NetworkPolicy: (node) => ofPods(node, 'networking.k8s.io', member(node, 'spec', 'podSelector')),
  ServiceMonitor: (node) => ofMonitor(node, 'Service', 'endpoints'),
  PodMonitor: (node) => ofMonitor(node, 'Pod', 'podMetricsEndpoints'),
};

function ofService(node: GraphNode): Selection[] {
  if (node.group !== '' || text(node.value, 'spec', 'type') === 'ExternalName') return [];
  return [
    {
      from: node,
      relation: 'selector',
      path: [...node.path, 'spec', 'selector'],
      selects: 'Pod',
      namespaces: [node.namespace],
      selector: plainSelector(field(node.value, 'spec', 'selector')),
      ports: items(node, 'spec', 'ports').flatMap(targetPort),
    },
  ];
}

function targetPort({ value, path }: Item): WantedPort[] {
  const port = value['targetPort'];
  if (typeof port !== 'string' && typeof port !== 'number') return [];
  if (port === '' || port === 0) return []; // The server takes `port` then.
  const protocol = text(value, 'protocol') ?? 'TCP';
  // A number written as text is a number to the API server only where it is one in YAML; names have a letter.
  return [{ path: [...path, 'targetPort'], port, protocol }];
}

function ofPods(node: GraphNode, group: string, at: Item | undefined): Selection[] {
  if (at === undefined || node.group !== group) return [];
  return [
    {
      from: node,
      relation: 'selector',
      path: at.path,
      selects: 'Pod',
      namespaces: [node.namespace],
      selector: labelSelector(at),
      ports: [],
    },
  ];
}

function ofMonitor(node: GraphNode, selects: 'Pod' | 'Service', endpoints: string): Selection[] {
  const at = member(node, 'spec', 'selector');
  if (at === undefined || node.group !== 'monitoring.coreos.com') return [];
  const ports = items(node, 'spec', endpoints).flatMap(({ value, path }): WantedPort[] => {
    const port = text(value, 'port');
    return port === undefined ? [] : [{ path: [...path, 'port'], port, protocol: 'any' }];
  });
  const selector = labelSelector(at);
  const namespaces = monitored(node);
  return [{ from: node, relation: 'monitor', path: at.path, selects, namespaces, selector, ports }];
}

function monitored(node: GraphNode): readonly (string | undefined)[] | undefined {
  const chosen = field(node.value, 'spec', 'namespaceSelector');
  if (field(chosen, 'any') === true) return undefined;
  const names = field(chosen, 'matchNames');
  if (!Array.isArray(names) || names.length === 0) return [node.namespace];
  return names.filter((name) => typeof name === 'string');
}

function isEmpty({ labels, expressions }: LabelSelector): boolean {
  return expressions.length === 0 && Object.keys(labels).length === 0;
}
