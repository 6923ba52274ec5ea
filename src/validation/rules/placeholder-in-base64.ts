import { isJsonObject } from '../../core/json.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Finding, TreeRule } from './rule.ts';

const PLACEHOLDER = /(?:secret)?ref\+(?:sops|file|envsubst|env|vault|awsssm|gcpsecrets):\/\//;

/** Rule `placeholder/in-base64`: a placeholder that was encoded, so that nobody would resolve it. */
export const placeholderInBase64: TreeRule = {
  code: 'placeholder/in-base64',
  severity: 'error',
  check: ({ graph }) =>
    graph.nodes
      .filter(({ kind, group }) => group === '' && (kind === 'Secret' || kind === 'ConfigMap'))
      .flatMap((node) => ['data', 'binaryData'].flatMap((field) => check(node, field))),
};

function check(node: GraphNode, field: string): Finding[] {
  const values = node.value[field];
  if (!isJsonObject(values)) return [];
  return Object.entries(values).flatMap(([key, value]): Finding[] => {
    if (typeof value !== 'string' || value.includes('ref+')) return [];
    if (!PLACEHOLDER.test(Buffer.from(value, 'base64').toString('utf8'))) return [];
    return [
      {
        node,
        path: [...node.path, field, key],
        message: 'a placeholder stands inside base64, where it is not resolved',
        help:
          field === 'data' && node.kind === 'Secret'
            ? 'write it as text below stringData'
            : 'write it as text below data',
      },
    ];
  });
}
