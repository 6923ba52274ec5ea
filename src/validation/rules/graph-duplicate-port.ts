import type { Path } from '../../core/pointer.ts';
import { field, items, text, type Item } from '../graph/fields.ts';
import type { GraphNode } from '../graph/node.ts';
import { podOf, portsOf, runningContainersOf } from '../graph/pods.ts';
import type { Finding, TreeRule } from './rule.ts';

/** Rule `graph/duplicate-port`: one port twice, in a Service or among the containers of a pod. */
export const duplicatePort: TreeRule = {
  code: 'graph/duplicate-port',
  severity: 'error',
  check: ({ graph }) => graph.nodes.flatMap((node) => [...inService(node), ...inPod(node)]),
};

interface Port {
  readonly key: string;
  readonly path: Path;
  readonly words: string;
}

function inService(node: GraphNode): Finding[] {
  if (node.kind !== 'Service' || node.group !== '') return [];
  const ports = items(node, 'spec', 'ports').flatMap(({ value, path }): Port[] => {
    const protocol = text(value, 'protocol') ?? 'TCP';
    const number = field(value, 'port');
    const name = text(value, 'name');
    return [
      ...(typeof number === 'number'
        ? [
            {
              key: `${number}/${protocol}`,
              path: [...path, 'port'],
              words: `port ${number}/${protocol}`,
            },
          ]
        : []),
      ...portName({ name, path }),
    ];
  });
  return repeated(ports).map((port) => finding(node, port, 'the Service has it already'));
}

/** Names are unique in a container (the API server insists), numbers in the pod (the second one cannot listen). */
function inPod(node: GraphNode): Finding[] {
  const pod = podOf(node);
  if (pod === undefined) return [];
  const containers = runningContainersOf(pod);
  const numbers = containers.flatMap((container) => items(container, 'ports').flatMap(portNumber));
  return [
    ...containers.flatMap((container) =>
      repeated(portsOf(container).flatMap(portName)).map((port) =>
        finding(node, port, 'the container has it already'),
      ),
    ),
    ...repeated(numbers).map((port) => ({
      ...finding(node, port, 'a container of this pod has it already'),
      severity: 'warning' as const,
    })),
  ];
}

function portNumber({ value, path }: Item): Port[] {
  const number = value['containerPort'];
  if (typeof number !== 'number') return [];
  const protocol = text(value, 'protocol') ?? 'TCP';
  const key = `${number}/${protocol}/${text(value, 'hostIP') ?? ''}/${JSON.stringify(value['hostPort'] ?? '')}`;
  return [{ key, path: [...path, 'containerPort'], words: `port ${number}/${protocol}` }];
}

function portName({ name, path }: { readonly name: string | undefined; readonly path: Path }) {
  if (name === undefined) return [];
  return [{ key: `"${name}"`, path: [...path, 'name'], words: `the port name "${name}"` }];
}

function repeated(ports: readonly Port[]): Port[] {
  const seen = new Set<string>();
  return ports.filter(({ key }) => seen.size === seen.add(key).size);
}

function finding(node: GraphNode, { path, words }: Port, why: string): Finding {
  return { node, path, message: `${words} is there twice`, help: why };
}
