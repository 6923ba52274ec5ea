import type { Code } from '../../core/codes.ts';
import { items, text, type Item } from '../graph/fields.ts';
import type { GraphNode } from '../graph/node.ts';
import { podOf, runningContainersOf, type Pod } from '../graph/pods.ts';
import type { Finding, TreeRule } from './rule.ts';

/** What a rule says of a place, without the object. */
export type Found = Omit<Finding, 'node'>;

/** A rule of good practice over pods, off by default: what it finds works, and whether it is wanted is the project's matter. */
export function ofPods(code: Code, check: (pod: Pod, node: GraphNode) => Found[]): TreeRule {
  return {
    code,
    severity: 'off',
    check: ({ graph }) =>
      graph.nodes.flatMap((node) => {
        const pod = podOf(node);
        return pod === undefined ? [] : check(pod, node).map((found) => ({ node, ...found }));
      }),
  };
}

/** The same over their containers. */
export function ofContainers(
  code: Code,
  check: (container: Item, node: GraphNode) => Found[],
): TreeRule {
  return ofPods(code, (pod, node) =>
    containersThatRun(pod).flatMap((container) => check(container, node)),
  );
}

function containersThatRun(pod: Pod): Item[] {
  const initial = items(pod, 'initContainers').filter(
    ({ value }) => text(value, 'restartPolicy') !== 'Always',
  );
  return [...initial, ...runningContainersOf(pod)];
}
