import type { Diagnostic } from '../../core/diagnostic.ts';
import { describeObject } from '../../core/object.ts';
import { toDotted, toPointer } from '../../core/pointer.ts';
import type { ObjectChange } from '../diff/compare-trees.ts';
import type { ObjectView } from '../diff/view.ts';
import { claim } from './claim.ts';
import { dataLoss } from './data-loss.ts';
import { definition } from './definition.ts';
import { immutableData } from './immutable-data.ts';
import { immutableFieldRules } from './immutable-fields.ts';
import { job } from './job.ts';
import { persistentVolume } from './persistent-volume.ts';
import { pod } from './pod.ts';
import { isMarked, kindOf, type UpgradeFinding, type UpgradeRule } from './rule.ts';
import { serviceAddress } from './service.ts';
import { statefulSet } from './stateful-set.ts';
import { strategy } from './strategy.ts';

/** Every rule over changes, in the order of their findings. */
export const UPGRADE_RULES: readonly UpgradeRule[] = [
  ...immutableFieldRules,
  statefulSet,
  strategy,
  job,
  pod,
  serviceAddress,
  claim,
  persistentVolume,
  immutableData,
  definition,
  dataLoss,
];

/** What of these changes an API server would refuse, and which removals lose data. */
export function checkUpgrade(changes: readonly ObjectChange[]): Diagnostic[] {
  return changes.flatMap((change) =>
    UPGRADE_RULES.flatMap((rule) =>
      rule.check(change).map((finding) => toDiagnostic(rule, change, finding)),
    ),
  );
}

function toDiagnostic(
  { code, severity }: UpgradeRule,
  { file, object, change }: ObjectChange,
  { path, message, ...finding }: UpgradeFinding,
): Diagnostic {
  const where = path.length === 0 ? '' : `${toDotted(path)}: `;
  const found: Diagnostic = {
    code,
    severity,
    message: `${where}${message}`,
    file,
    object: describeObject(object),
    pointer: toPointer(path),
    ...finding,
  };
  return change === 'changed' && isMarked(object, FORCE, 'enabled')
    ? replacing(found, object)
    : found;
}

const FORCE = 'kustomize.toolkit.fluxcd.io/force';

/** Flux deletes what it cannot change, and makes it anew. Nothing is lost with most objects; with a claim, its data is. */
function replacing(found: Diagnostic, object: ObjectView): Diagnostic {
  if (kindOf(object) === 'PersistentVolumeClaim') return found;
  return {
    ...found,
    severity: 'warning',
    help: `Flux deletes the object and makes it anew, as its mark ${FORCE} says`,
  };
}
