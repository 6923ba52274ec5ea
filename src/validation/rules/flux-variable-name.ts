import type { Path } from '../../core/pointer.ts';
import { record } from '../graph/fields.ts';
import type { GraphNode } from '../graph/node.ts';
import { isFluxKustomization, substituteFrom } from '../flux/tree.ts';
import type { Finding, RuleInput, TreeRule } from './rule.ts';

/** Rule `flux/variable-name`: a variable of a Kustomization whose name Flux refuses, whether it is used or not. */
export const variableName: TreeRule = {
  code: 'flux/variable-name',
  severity: 'error',
  check: (input) => {
    const kustomizations = input.graph.nodes.filter(({ value }) => isFluxKustomization(value));
    // Several of them may read one source.
    const sources = new Set(kustomizations.flatMap((node) => sourcesOf(node, input)));
    return [
      ...kustomizations.flatMap((node) => check(node, ['spec', 'postBuild', 'substitute'])),
      ...[...sources].flatMap((source) =>
        ['data', 'stringData'].flatMap((field) => check(source, [field])),
      ),
    ];
  },
};

const NAME = /^[_\p{L}][_\p{L}\p{Nd}]*$/u;

function check(node: GraphNode, at: readonly string[]): Finding[] {
  return Object.keys(record(node.value, ...at))
    .filter((name) => !NAME.test(name))
    .map((name) => ({
      node,
      path: [...node.path, ...at, name] satisfies Path,
      message: `Flux takes no variable called ${JSON.stringify(name)}, and fails`,
      help: 'use letters, digits and `_`, not beginning with a digit',
    }));
}

function sourcesOf({ value, namespace }: GraphNode, { resolver }: RuleInput): GraphNode[] {
  return substituteFrom(value).flatMap(
    ({ kind, name }) => resolver.lookup.find({ group: '', kind, namespace, name }) ?? [],
  );
}
