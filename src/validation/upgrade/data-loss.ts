import type { ObjectView } from '../diff/view.ts';
import { at, isMarked, kindOf, type UpgradeRule } from './rule.ts';

/** Kind → what goes with it. */
const LOSSES: Readonly<Record<string, (object: ObjectView) => string | undefined>> = {
  PersistentVolumeClaim: () => 'its data, unless the volume is kept by its reclaim policy',
  PersistentVolume: (object) =>
    at(object, ['spec', 'persistentVolumeReclaimPolicy']) === 'Retain'
      ? undefined
      : 'the data on it may go with it',
  Namespace: () => 'every object in the namespace, claims and their data among them',
  'apiextensions.k8s.io/CustomResourceDefinition': () => 'every object of its kind',
  'apps/StatefulSet': (object) =>
    at(object, ['spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted']) === 'Delete' &&
    at(object, ['spec', 'volumeClaimTemplates']) !== undefined
      ? 'the claims of its pods, as persistentVolumeClaimRetentionPolicy says'
      : undefined,
};

const help =
  'if that is meant, go on; else keep it, or annotate it with `kustomize.toolkit.fluxcd.io/prune: disabled`, and let that be applied, before it leaves the tree';

/** Rule `upgrade/data-loss`: an object is removed that takes data with it. Silent where Flux is told not to prune it. */
export const dataLoss: UpgradeRule = {
  code: 'upgrade/data-loss',
  severity: 'warning',
  check: ({ change, object }) => {
    if (change !== 'removed' || isMarked(object, PRUNE, 'disabled')) return [];
    const kind = kindOf(object);
    const lost = Object.hasOwn(LOSSES, kind) ? LOSSES[kind]?.(object) : undefined;
    if (lost === undefined) return [];
    return [{ path: [], message: `removing it from the cluster takes along ${lost}`, help }];
  },
};

const PRUNE = 'kustomize.toolkit.fluxcd.io/prune';
