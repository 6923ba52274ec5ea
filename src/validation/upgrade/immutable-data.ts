import { at, editRule, fixed, type Edit } from './rule.ts';

const help =
  'give it a new name and let the pods refer to that one; the old one can be removed afterwards';

/** Rule `upgrade/immutable-data`: a ConfigMap or Secret that says `immutable: true` keeps its data, and says so. */
export const immutableData = editRule('upgrade/immutable-data', ['ConfigMap', 'Secret'], (edit) => {
  if (at(edit.before, ['immutable']) !== true) return [];
  const data = ['data', 'binaryData', 'stringData'].map((name) => ({ path: [name], unset: {} }));
  return [...data, { path: ['immutable'] }].flatMap((field) => fixed(edit, field, words(edit)));
});

function words({ before }: Edit) {
  return { message: `the ${before.kind} in the cluster is immutable`, help };
}
