import { compareViews } from '../diff/compare.ts';
import { at, editRule, fixed, type Edit, type Fixed } from './rule.ts';

const FIXED: readonly Fixed[] = [
  { path: ['spec', 'selector'] },
  { path: ['spec', 'completionMode'], unset: 'NonIndexed' },
  { path: ['spec', 'podFailurePolicy'] },
  { path: ['spec', 'successPolicy'] },
  { path: ['spec', 'backoffLimitPerIndex'] },
  { path: ['spec', 'managedBy'] },
];

const help =
  'give the Job a new name for each version, such as one with a hash of its content, or annotate it with `kustomize.toolkit.fluxcd.io/force: enabled`';

/** Rule `upgrade/job`: what a Job runs, and how often, is fixed. */
export const job = editRule('upgrade/job', ['batch/Job'], (edit) =>
  [
    ...FIXED,
    ...(at(edit.before, ['spec', 'suspend']) === true ? [] : [{ path: ['spec', 'template'] }]),
    ...(isElastic(edit) ? [] : [{ path: ['spec', 'completions'] }]),
  ].flatMap((field) => fixed(edit, field, { help })),
);

/** Indexed Jobs may grow and shrink when parallelism goes along. */
function isElastic({ after }: Edit): boolean {
  const [completions, parallelism] = ['completions', 'parallelism'].map(
    (name) => at(after, ['spec', name]) ?? null,
  );
  return (
    at(after, ['spec', 'completionMode']) === 'Indexed' &&
    compareViews(completions ?? null, parallelism ?? null).length === 0
  );
}
