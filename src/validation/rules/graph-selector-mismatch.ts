import { member } from '../graph/fields.ts';
import type { GraphNode } from '../graph/node.ts';
import { podOf } from '../graph/pods.ts';
import { describeSelector, labelSelector, selectsLabels } from '../graph/selector.ts';
import type { Finding, TreeRule } from './rule.ts';

const WORKLOADS: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
]);

/** Rule `graph/selector-mismatch`: a workload whose selector does not take the pods of its own template. */
export const selectorMismatch: TreeRule = {
  code: 'graph/selector-mismatch',
  severity: 'error',
  check: ({ graph }) =>
    graph.nodes.filter(({ kind, group }) => group === 'apps' && WORKLOADS.has(kind)).flatMap(check),
};

function check(node: GraphNode): Finding[] {
  const at = member(node, 'spec', 'selector');
  const pod = podOf(node);
  if (at === undefined || pod === undefined) return [];
  const selector = labelSelector(at);
  if (selectsLabels(selector, pod.labels)) return [];
  return [
    {
      node,
      path: at.path,
      message: `the pod template does not have the labels ${describeSelector(selector)}`,
      help: 'the API server refuses this: give spec.template.metadata.labels every label of the selector',
    },
  ];
}
