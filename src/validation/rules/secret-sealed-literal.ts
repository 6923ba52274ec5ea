import { isJsonObject } from '../../core/json.ts';
import type { TreeRule } from './rule.ts';

/** Rule `secret/sealed-literal`, off by default: a value of an encrypted Secret that stands in its module as it is. */
export const sealedLiteral: TreeRule = {
  code: 'secret/sealed-literal',
  severity: 'off',
  check: ({ graph, files }) => {
    const encrypted = new Set(files.filter(({ encrypt }) => encrypt).map(({ path }) => path));
    return graph.nodes
      .filter(({ kind, group, file }) => kind === 'Secret' && group === '' && encrypted.has(file))
      .flatMap((node) =>
        ['data', 'stringData'].flatMap((field) => {
          const values = node.value[field];
          if (!isJsonObject(values)) return [];
          return Object.entries(values)
            .filter(
              ([, value]) => typeof value === 'string' && value !== '' && !value.includes('ref+'),
            )
            .map(([key]) => ({
              node,
              path: [...node.path, field, key],
              severity: 'info' as const,
              message: 'the file is encrypted, but this value stands in its module for all to read',
              help: 'keep it in a secret store, and write a placeholder',
            }));
        }),
      );
  },
};
