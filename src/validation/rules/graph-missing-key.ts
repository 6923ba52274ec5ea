import { didYouMean } from '../../core/near-miss.ts';
import { describeObject } from '../../core/object.ts';
import { keysOf } from '../graph/lookup.ts';
import type { Finding, TreeRule } from './rule.ts';

/** Rule `graph/missing-key`: the Secret, ConfigMap or Gateway is there, the key or listener is not. */
export const missingKey: TreeRule = {
  code: 'graph/missing-key',
  severity: 'error',
  check: ({ graph }) => {
    const edges = graph.edges.filter(({ status }) => status === 'missing-key');
    return edges.flatMap(({ target, wanted, from, path, detailPath }): Finding[] => {
      if (target === undefined) return [];
      const keys = keysOf(target) ?? [];
      const key = wanted.key ?? '';
      const word = target.kind === 'Gateway' ? 'listener' : 'key';
      const has = keys.length === 0 ? `it has no ${word}s` : `it has ${keys.sort().join(', ')}`;
      return [
        {
          node: from,
          path: detailPath ?? path,
          message: `${describeObject(target.value)} has no ${word} "${key}"`,
          help: didYouMean(key, keys) ?? has,
        },
      ];
    });
  },
};
