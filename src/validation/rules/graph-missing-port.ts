import { describeObject } from '../../core/object.ts';
import { portsOfService } from '../graph/lookup.ts';
import { items, text } from '../graph/fields.ts';
import { podOf, portsOf } from '../graph/pods.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResolvedSelection } from '../graph/edge.ts';
import type { Finding, RuleInput, TreeRule } from './rule.ts';

/** Rule `graph/missing-port`: a port of a Service that it does not have, or one of pods that none of them offers. */
export const missingPort: TreeRule = {
  code: 'graph/missing-port',
  severity: 'error',
  check: (input) => [...ofServices(input), ...input.graph.selections.flatMap(ofTargets)],
};

function ofServices({ graph }: RuleInput): Finding[] {
  const edges = graph.edges.filter(({ status }) => status === 'missing-port');
  return edges.flatMap(({ target, wanted, from, path, detailPath }): Finding[] => {
    if (target === undefined) return [];
    return [
      {
        node: from,
        path: detailPath ?? path,
        message: `${describeObject(target.value)} has no port ${quoted(wanted.port ?? '')}`,
        help: offered(portsOfService(target)),
      },
    ];
  });
}

function ofTargets({ from, missingPorts, targets }: ResolvedSelection): Finding[] {
  return missingPorts.map(({ path, port, protocol }) => {
    const names = targets.slice(0, MOST_NAMES).map(({ value }) => describeObject(value));
    const suffix = protocol === 'any' ? '' : `/${protocol}`;
    return {
      node: from,
      path,
      message: `no port ${quoted(port)}${suffix} in ${names.join(', ')}`,
      help: offered(targets.flatMap(portsOfTarget)),
      // Ports that are reached by number need not be declared: a wrong one is likely, not certain. A monitor without its
      // port keeps nothing from running, and operators may make the Service that it waits for.
      ...(typeof port === 'number' || protocol === 'any' ? { severity: 'warning' as const } : {}),
    };
  });
}

const MOST_NAMES = 3;

function portsOfTarget(node: GraphNode): (string | number)[] {
  const pod = podOf(node);
  if (pod === undefined)
    return items(node, 'spec', 'ports').flatMap(({ value }) => text(value, 'name') ?? []);
  return pod.containers
    .flatMap(portsOf)
    .flatMap(({ name, number }) => [name ?? [], typeof number === 'number' ? number : []].flat());
}

function offered(ports: readonly (string | number)[]): string {
  if (ports.length === 0) return 'it declares no ports';
  return `there are ${[...new Set(ports)].map(quoted).join(', ')}`;
}

function quoted(port: string | number): string {
  return typeof port === 'string' ? `"${port}"` : String(port);
}
