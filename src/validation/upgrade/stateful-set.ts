import { compareViews } from '../diff/compare.ts';
import { isViewObject, type View } from '../diff/view.ts';
import { at, editRule, fixed, type Edit, type UpgradeFinding } from './rule.ts';

/** What may change; all the rest of a StatefulSet's spec is fixed. */
const FREE: ReadonlySet<string> = new Set([
  'minReadySeconds',
  'ordinals',
  'persistentVolumeClaimRetentionPolicy',
  'replicas',
  // Fixed in older versions; there the server says so, and nothing is lost.
  'revisionHistoryLimit',
  'template',
  'updateStrategy',
  'volumeClaimTemplates',
]);

const UNSET: Readonly<Record<string, View>> = {
  podManagementPolicy: 'OrderedReady',
  serviceName: '',
};

const RECREATE =
  'delete the StatefulSet alone (`kubectl delete --cascade=orphan`), its pods and claims stay, and apply the new one';

/** Rule `upgrade/stateful-set`: everything but scale, template and policies is fixed. */
export const statefulSet = editRule('upgrade/stateful-set', ['apps/StatefulSet'], (edit) => [
  ...specNames(edit)
    .filter((name) => !FREE.has(name))
    .flatMap((name) =>
      fixed(edit, { path: ['spec', name], unset: UNSET[name] ?? null }, { help: RECREATE }),
    ),
  ...claimTemplates(edit),
]);

function specNames({ before, after }: Edit): string[] {
  const specs = [at(before, ['spec']), at(after, ['spec'])].filter(isViewObject);
  return [...new Set(specs.flatMap((spec) => Object.keys(spec)))].sort();
}

function claimTemplates(edit: Edit): UpgradeFinding[] {
  const path = ['spec', 'volumeClaimTemplates'];
  const [old, now] = [edit.before, edit.after].map((object) => plain(at(object, path)));
  if (compareViews(old ?? [], now ?? []).length === 0) return [];
  const help = `${RECREATE}; claims that exist keep their size: change those by themselves`;
  return fixed(edit, { path, unset: [] }, { help });
}

/** Without what the server adds to every template. */
function plain(templates: View | undefined): View {
  if (!Array.isArray(templates)) return [];
  return templates.map((template) => {
    if (!isViewObject(template)) return template;
    const { spec, metadata = null } = template;
    return {
      metadata,
      spec: isViewObject(spec) ? { volumeMode: 'Filesystem', ...spec } : null,
    };
  });
}
