import { at, editRule, type Edit, type UpgradeFinding } from './rule.ts';

interface Strategy {
  readonly path: readonly string[];
  /** The type that takes nothing about rolling. */
  readonly type: string;
  /** What servers fill in below rollingUpdate where it is not written. */
  readonly filledIn: readonly string[];
}

const DEPLOYMENT: Strategy = {
  path: ['spec', 'strategy'],
  type: 'Recreate',
  filledIn: ['maxSurge', 'maxUnavailable'],
};

const STATEFUL_SET: Strategy = {
  path: ['spec', 'updateStrategy'],
  type: 'OnDelete',
  filledIn: ['partition'],
};

/** Rule `upgrade/strategy`: what servers filled in for rolling updates stays, and is refused by the other strategy. */
export const strategy = editRule(
  'upgrade/strategy',
  ['apps/Deployment', 'apps/StatefulSet'],
  (edit) => check(edit, edit.after.kind === 'Deployment' ? DEPLOYMENT : STATEFUL_SET),
);

function check({ before, after }: Edit, { path, type, filledIn }: Strategy): UpgradeFinding[] {
  const typeOf = (object: Edit['after']) => at(object, [...path, 'type']);
  if (typeOf(after) !== type || typeOf(before) === type) return [];
  // What was written and is no longer is taken away with its last field.
  if (filledIn.every((field) => at(before, [...path, 'rollingUpdate', field]) !== undefined))
    return [];
  return [
    {
      path: [...path, 'type'],
      message: `rollingUpdate, which the server filled in, may not stand beside ${type}, and stays`,
      help: `remove it in the cluster first: kubectl patch --type json -p '[{"op":"remove","path":"/${path.join('/')}/rollingUpdate"},{"op":"replace","path":"/${path.join('/')}/type","value":"${type}"}]'`,
    },
  ];
}
