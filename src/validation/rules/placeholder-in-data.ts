import { isJsonObject } from '../../core/json.ts';
import type { TreeRule } from './rule.ts';

/**
 * Rule `placeholder/in-data`: a placeholder below `data` of a Secret is right when the store holds base64. Only a key can
 * tell; with one, a value that is not base64 is an error (`secrets/not-base64`).
 */
export const placeholderInData: TreeRule = {
  code: 'placeholder/in-data',
  severity: 'info',
  check: ({ graph }) =>
    graph.nodes
      .filter(({ kind, group }) => kind === 'Secret' && group === '')
      .flatMap((node) => {
        const { data } = node.value;
        if (!isJsonObject(data)) return [];
        return Object.entries(data)
          .filter(([, value]) => typeof value === 'string' && value.includes('ref+'))
          .map(([key]) => ({
            node,
            path: [...node.path, 'data', key],
            message: 'the value of this placeholder has to be base64 already',
            help: 'write the placeholder below stringData when the store holds plain text',
          }));
      }),
};
