import type { Code } from '../../core/codes.ts';
import { editRule, fixed, type Fixed, type UpgradeRule } from './rule.ts';

const REPLACE =
  'give it another name, or delete the one in the cluster first; under Flux the annotation `kustomize.toolkit.fluxcd.io/force: enabled` does that';

interface Row {
  readonly code: Code;
  readonly kinds: readonly string[];
  readonly fields: readonly Fixed[];
  readonly help: string;
}

const WHOLE_SPEC = [{ path: ['spec'] }];

/** Kinds that are seldom written by hand, and what of them never changes. */
const FIXED: readonly (readonly [kind: string, fields: readonly Fixed[]])[] = [
  ['ResourceQuota', [{ path: ['spec', 'scopes'], unset: [] }]],
  ['apps/ControllerRevision', [{ path: ['data'] }]],
  ['certificates.k8s.io/CertificateSigningRequest', WHOLE_SPEC],
  ['certificates.k8s.io/ClusterTrustBundle', [{ path: ['spec', 'signerName'] }]],
  ['coordination.k8s.io/LeaseCandidate', [{ path: ['spec', 'leaseName'] }]],
  ['discovery.k8s.io/EndpointSlice', [{ path: ['addressType'] }]],
  ['networking.k8s.io/IPAddress', WHOLE_SPEC],
  ['resource.k8s.io/ResourceClaim', WHOLE_SPEC],
  ['resource.k8s.io/ResourceClaimTemplate', WHOLE_SPEC],
  [
    'resource.k8s.io/ResourceSlice',
    [
      { path: ['spec', 'driver'] },
      { path: ['spec', 'nodeName'] },
      { path: ['spec', 'pool', 'name'] },
    ],
  ],
  [
    'storage.k8s.io/CSIStorageCapacity',
    [{ path: ['storageClassName'] }, { path: ['nodeTopology'] }],
  ],
  ['storage.k8s.io/VolumeAttachment', WHOLE_SPEC],
  [
    'storage.k8s.io/VolumeAttributesClass',
    [{ path: ['driverName'] }, { path: ['parameters'], unset: {} }],
  ],
  ['storagemigration.k8s.io/StorageVersionMigration', WHOLE_SPEC],
];

/** Kinds of which some fields are fixed for good and nothing else is to be said. */
const ROWS: readonly Row[] = [
  {
    code: 'upgrade/selector',
    kinds: ['apps/Deployment', 'apps/ReplicaSet', 'apps/DaemonSet'],
    fields: [{ path: ['spec', 'selector'] }],
    help: `keep the labels of the selector and add others to the template alone; else ${REPLACE}`,
  },
  {
    code: 'upgrade/role-ref',
    kinds: [
      'rbac.authorization.k8s.io/RoleBinding',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
    ],
    fields: [
      { path: ['roleRef', 'apiGroup'], unset: 'rbac.authorization.k8s.io' },
      { path: ['roleRef', 'kind'] },
      { path: ['roleRef', 'name'] },
    ],
    help: `write a second binding for the other role; else ${REPLACE}`,
  },
  {
    code: 'upgrade/storage-class',
    kinds: ['storage.k8s.io/StorageClass'],
    fields: [
      { path: ['provisioner'] },
      { path: ['parameters'], unset: {} },
      { path: ['reclaimPolicy'], unset: 'Delete' },
      { path: ['volumeBindingMode'], unset: 'Immediate' },
    ],
    help: `write a class of another name for new volumes; else ${REPLACE}: volumes that exist stay`,
  },
  {
    code: 'upgrade/class',
    kinds: ['networking.k8s.io/IngressClass'],
    fields: [{ path: ['spec', 'controller'] }],
    help: REPLACE,
  },
  {
    code: 'upgrade/class',
    kinds: ['scheduling.k8s.io/PriorityClass'],
    fields: [{ path: ['value'] }, { path: ['preemptionPolicy'], unset: 'PreemptLowerPriority' }],
    help: REPLACE,
  },
  {
    code: 'upgrade/class',
    kinds: ['node.k8s.io/RuntimeClass'],
    fields: [{ path: ['handler'] }],
    help: REPLACE,
  },
  {
    code: 'upgrade/class',
    kinds: ['storage.k8s.io/CSIDriver'],
    fields: [
      { path: ['spec', 'attachRequired'], unset: true },
      { path: ['spec', 'volumeLifecycleModes'], unset: ['Persistent'] },
    ],
    help: REPLACE,
  },
  {
    code: 'upgrade/secret-type',
    kinds: ['Secret'],
    fields: [{ path: ['type'], unset: 'Opaque' }],
    help: REPLACE,
  },
  ...FIXED.map(([kind, fields]): Row => ({
    code: 'upgrade/fixed',
    kinds: [kind],
    fields,
    help: REPLACE,
  })),
];

/** Rules for fields that never change once an object exists. */
export const immutableFieldRules: readonly UpgradeRule[] = ROWS.map(
  ({ code, kinds, fields, help }) =>
    editRule(code, kinds, (edit) => fields.flatMap((field) => fixed(edit, field, { help }))),
);
