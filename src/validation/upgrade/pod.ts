import { toDotted } from '../../core/pointer.ts';
import type { FieldChange } from '../diff/compare.ts';
import { editRule, fieldsBelow } from './rule.ts';

/** What of a running pod may change: images, more tolerations, fewer gates, a deadline. */
const FREE =
  /^spec\.((init|ephemeral)?[cC]ontainers(\.|\[).*\.image$|tolerations(\.|\[|$)|schedulingGates(\.|\[|$)|activeDeadlineSeconds$|terminationGracePeriodSeconds$)/;

/** Rule `upgrade/pod`: a pod that nothing manages keeps its spec. */
export const pod = editRule('upgrade/pod', ['Pod'], ({ fields }) =>
  fieldsBelow(fields, ['spec'])
    .filter((field) => !isFree(field))
    .slice(0, 1)
    .map(({ path = ['spec'] }) => ({
      path,
      message: 'the spec of a pod cannot be changed but for its images',
      help: 'let a Deployment manage the pod, or delete it first',
    })),
);

function isFree({ op, named }: FieldChange): boolean {
  if (op === 'remove' && named[1] === 'tolerations') return false;
  return FREE.test(toDotted(named));
}
