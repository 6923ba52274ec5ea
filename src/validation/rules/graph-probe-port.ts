import { member, text, type Item } from '../graph/fields.ts';
import type { GraphNode } from '../graph/node.ts';
import { podOf, portsOf } from '../graph/pods.ts';
import type { Finding, TreeRule } from './rule.ts';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HOOKS = ['postStart', 'preStop'];

/** Rule `graph/probe-port`: a probe or hook asks a port by a name that its container does not declare. */
export const probePort: TreeRule = {
  code: 'graph/probe-port',
  severity: 'error',
  check: ({ graph }) =>
    graph.nodes.flatMap((node) => {
      const pod = podOf(node);
      return pod === undefined ? [] : pod.containers.flatMap((item) => check(node, item));
    }),
};

function check(node: GraphNode, container: Item): Finding[] {
  const handlers = [
    ...PROBES.flatMap((probe) => member(container, probe) ?? []),
    ...HOOKS.flatMap((hook) => member(container, 'lifecycle', hook) ?? []),
  ];
  const names = portsOf(container).flatMap(({ name }) => name ?? []);
  return handlers
    .flatMap((handler) => ['httpGet', 'tcpSocket'].flatMap((how) => member(handler, how) ?? []))
    .flatMap(({ value, path }): Finding[] => {
      const port = text(value, 'port');
      if (port === undefined || names.includes(port) || /^\d+$/.test(port)) return [];
      return [
        {
          node,
          path: [...path, 'port'],
          message: `the container has no port "${port}"`,
          help:
            names.length === 0 ? 'name a port of the container' : `it names ${names.join(', ')}`,
        },
      ];
    });
}
