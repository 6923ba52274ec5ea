import { isViewObject } from '../diff/view.ts';
import { at, editRule, fixed, type Edit, type UpgradeFinding } from './rule.ts';

const FIXED = [
  ['spec', 'group'],
  ['spec', 'scope'],
  ['spec', 'names', 'kind'],
  ['spec', 'names', 'plural'],
];

/** Rule `upgrade/definition`: a CustomResourceDefinition keeps its names and scope, and the versions that are stored. */
export const definition = editRule(
  'upgrade/definition',
  ['apiextensions.k8s.io/CustomResourceDefinition'],
  (edit) => [
    ...FIXED.flatMap((path) =>
      fixed(
        edit,
        { path },
        { help: 'write a definition of another name, and move the objects over' },
      ),
    ),
    ...storedVersion(edit),
  ],
);

/** What was the storage version may have objects, whatever is stored today. */
function storedVersion({ before, after }: Edit): UpgradeFinding[] {
  const stored = versions(before).find(({ storage }) => storage === true)?.['name'];
  if (stored === undefined || versions(after).some(({ name }) => name === stored)) return [];
  return [
    {
      path: ['spec', 'versions'],
      message: `version ${JSON.stringify(stored)} is gone, in which the server stores objects`,
      help: 'keep it with `served: false` until all objects are stored in another version and status.storedVersions no longer names it',
    },
  ];
}

function versions(object: Edit['after']) {
  const list = at(object, ['spec', 'versions']);
  return Array.isArray(list) ? list.filter(isViewObject) : [];
}
