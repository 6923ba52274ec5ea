import { isViewObject } from '../diff/view.ts';
import { at, editRule, fixed } from './rule.ts';

/** Fields that may change; what else stands in the spec says where the volume is. */
const FREE: ReadonlySet<string> = new Set([
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
]);

const help = 'write a volume of another name; set persistentVolumeReclaimPolicy to Retain before';

/** Rule `upgrade/persistent-volume`: a volume stays where it is. */
export const persistentVolume = editRule(
  'upgrade/persistent-volume',
  ['PersistentVolume'],
  (edit) => {
    const sources = [edit.before, edit.after]
      .map((object) => at(object, ['spec']))
      .filter(isViewObject)
      .flatMap((spec) => Object.keys(spec))
      .filter((name) => !FREE.has(name));
    const affinity =
      at(edit.before, ['spec', 'nodeAffinity']) === undefined
        ? []
        : [{ path: ['spec', 'nodeAffinity'] }];
    return [
      ...[...new Set(sources)].sort().map((name) => ({ path: ['spec', name] })),
      { path: ['spec', 'volumeMode'], unset: 'Filesystem' },
      ...affinity,
    ].flatMap((field) => fixed(edit, field, { help }));
  },
);
