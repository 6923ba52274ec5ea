import { didYouMean } from '../../core/near-miss.ts';
import { items, text } from '../graph/fields.ts';
import type { GraphNode } from '../graph/node.ts';
import { podOf } from '../graph/pods.ts';
import type { Finding, TreeRule } from './rule.ts';

/** Rule `graph/missing-volume`: a container mounts a volume that its pod does not have. */
export const missingVolume: TreeRule = {
  code: 'graph/missing-volume',
  severity: 'error',
  check: ({ graph }) => graph.nodes.flatMap(check),
};

function check(node: GraphNode): Finding[] {
  const pod = podOf(node);
  if (pod === undefined) return [];
  const volumes = new Set([
    ...items(pod, 'volumes').flatMap(({ value }) => text(value, 'name') ?? []),
    ...items(node, 'spec', 'volumeClaimTemplates').flatMap(
      ({ value }) => text(value, 'metadata', 'name') ?? [],
    ),
  ]);
  return pod.containers
    .flatMap((container) => [
      ...items(container, 'volumeMounts'),
      ...items(container, 'volumeDevices'),
    ])
    .flatMap(({ value, path }): Finding[] => {
      const name = text(value, 'name');
      if (name === undefined || volumes.has(name)) return [];
      const message = `the pod has no volume "${name}"`;
      const help =
        didYouMean(name, volumes) ??
        (volumes.size === 0
          ? 'add it to the volumes of the pod'
          : `it has ${[...volumes].sort().join(', ')}`);
      return [{ node, path: [...path, 'name'], message, help }];
    });
}
