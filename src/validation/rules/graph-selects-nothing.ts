import { describeSelector } from '../graph/selector.ts';
import type { TreeRule } from './rule.ts';

/** Rule `graph/selects-nothing`: labels that no pod (or Service) of the tree has. */
export const selectsNothing: TreeRule = {
  code: 'graph/selects-nothing',
  severity: 'warning',
  check: ({ graph }) =>
    graph.selections
      .filter(({ status }) => status === 'missing')
      .map(({ from, path, selects, selector }) => ({
        node: from,
        path,
        message: `no ${selects === 'Pod' ? 'pod' : 'Service'} has the labels ${describeSelector(selector)}`,
        help: `compare with the labels of the ${selects === 'Pod' ? 'pod template' : 'Service'}; for ${selects === 'Pod' ? 'pods' : 'Services'} that are made outside this tree: settings.external.${selects === 'Pod' ? 'pods' : 'services'} = [ "${from.namespace ?? 'default'}/${from.name}" ]`,
      })),
};
