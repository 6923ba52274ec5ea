import { amountOf } from '../schema/quantity.ts';
import { isViewObject, type View } from '../diff/view.ts';
import { at, editRule, fixed, type Edit, type UpgradeFinding } from './rule.ts';

const MOVE =
  'make a claim of another name, copy the data, and let the pods mount that one; then remove this one';

/** What named the class before `storageClassName` did. */
const OLD_CLASS = 'volume.beta.kubernetes.io/storage-class';

/** Rule `upgrade/claim`: a claim can grow, and nothing else of its spec can change. */
export const claim = editRule('upgrade/claim', ['PersistentVolumeClaim'], (edit) => {
  const free = new Set(['resources', 'volumeAttributesClassName']);
  const names = [edit.before, edit.after]
    .map((object) => at(object, ['spec']))
    .filter(isViewObject)
    .flatMap((spec) => Object.keys(spec))
    .filter((name) => !free.has(name));
  return [
    ...[...new Set(names)].sort().flatMap((name) => fixedField(edit, name)),
    ...fixed(edit, { path: ['metadata', 'annotations', OLD_CLASS] }, { help: MOVE }),
    ...storage(edit),
  ];
});

function fixedField(edit: Edit, name: string): UpgradeFinding[] {
  const path = ['spec', name];
  const unset = name === 'volumeMode' ? 'Filesystem' : null;
  const findings = fixed(edit, { path, unset }, { help: MOVE });
  const isFilledIn = name === 'storageClassName' || name === 'volumeName';
  if (!isFilledIn || at(edit.before, path) !== undefined) return findings;
  const message = 'this is refused unless it is what the cluster has filled in already';
  return findings.map((finding) => ({ ...finding, message, severity: 'warning' }));
}

function storage(edit: Edit): UpgradeFinding[] {
  const path = ['spec', 'resources', 'requests', 'storage'];
  const [old, now] = [size(at(edit.before, path)), size(at(edit.after, path))];
  if (old === undefined || now === undefined || now >= old) return [];
  return fixed(edit, { path }, { message: 'a claim cannot shrink', help: MOVE });
}

function size(value: View | undefined): number | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? amountOf(String(value))
    : undefined;
}
