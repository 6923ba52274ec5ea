import { isJsonObject } from '../../core/json.ts';
import { count } from '../../core/words.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Finding, TreeRule } from './rule.ts';

/** Rule `secret/sealed-literal`: values of an encrypted Secret that stand in its module as they are. One finding for each. */
export const sealedLiteral: TreeRule = {
  code: 'secret/sealed-literal',
  severity: 'info',
  check: ({ graph, files }) => {
    const encrypted = new Set(files.filter(({ encrypt }) => encrypt).map(({ path }) => path));
    return graph.nodes
      .filter(({ kind, group, file }) => kind === 'Secret' && group === '' && encrypted.has(file))
      .flatMap(literalsOf);
  },
};

function literalsOf(node: GraphNode): Finding[] {
  const values = ['data', 'stringData'].flatMap((field) => {
    const members = node.value[field];
    if (!isJsonObject(members)) return [];
    return Object.entries(members).map(([key, value]) => ({ field, key, value }));
  });
  const literals = values.filter(({ value }) => isLiteral(value));
  const [first] = literals;
  if (first === undefined) return [];
  const keys = literals.slice(0, MOST).map(({ key }) => key);
  const more = literals.length > MOST ? ` and ${literals.length - MOST} more` : '';
  return [
    {
      node,
      path: [...node.path, first.field, first.key],
      message: `${literals.length} of ${count(values.length, 'value')} ${literals.length === 1 ? 'is' : 'are'} encrypted here and ${literals.length === 1 ? 'stands' : 'stand'} in the module for all to read: ${keys.join(', ')}${more}`,
      help: 'what nobody may know belongs into a secret store; write a placeholder for it',
    },
  ];
}

const MOST = 5;

/** Ciphertexts are those of a file that was written; what its module says is not known. */
function isLiteral(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value !== '' &&
    !value.includes('ref+') &&
    !value.startsWith('ENC[')
  );
}
