import { text } from '../graph/fields.ts';
import type { TreeRule } from './rule.ts';

/** Rule `security/cluster-admin`: a binding that grants every right. */
export const securityClusterAdmin: TreeRule = {
  code: 'security/cluster-admin',
  severity: 'off',
  check: ({ graph }) =>
    graph.nodes
      .filter(({ kind, value }) => {
        const isBinding = kind.endsWith('RoleBinding');
        return isBinding && text(value, 'roleRef', 'name') === 'cluster-admin';
      })
      .map((node) => ({
        node,
        path: [...node.path, 'roleRef', 'name'],
        message: 'this grants every right there is',
      })),
};
