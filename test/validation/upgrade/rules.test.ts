import { expect, test } from 'vitest';
import { viewText } from '../../../src/pipeline/diff/views.ts';
import { compareTrees } from '../../../src/validation/diff/compare-trees.ts';
import { checkUpgrade } from '../../../src/validation/upgrade/check.ts';
import { registryOf } from '../registry.ts';
import { brief } from '../tree-of.ts';

const registry = await registryOf('1.36');

/** What the change from one text to another is found to do. */
function changed(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) => {
    const objects = viewText(text, 'x.yaml');
    if (!objects.ok) throw new Error(objects.diagnostics[0]?.message);
    return objects.value.map((object) => ({ file: 'x.yaml', object }));
  });
  return brief(checkUpgrade(compareTrees(old ?? [], now ?? [], registry)));
}

const APIS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  DaemonSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  Job: 'batch/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  StorageClass: 'storage.k8s.io/v1',
  CSIDriver: 'storage.k8s.io/v1',
  IngressClass: 'networking.k8s.io/v1',
  EndpointSlice: 'discovery.k8s.io/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
};

function object(kind: string, rest: string, marks = ''): string {
  return `apiVersion: ${APIS[kind] ?? 'v1'}\nkind: ${kind}\nmetadata: { name: x, namespace: n ${marks} }\n${rest}\n`;
}

const spec = (text: string) => `spec: { ${text} }`;
const claim = (storage: string, rest = '') =>
  spec(`accessModes: [ReadWriteOnce], resources: { requests: { storage: ${storage} } } ${rest}`);
const template = (image: string) =>
  `template: { spec: { containers: [ { name: a, image: ${image} } ] } }`;
const version = (name: string, storage: boolean) =>
  `{ name: ${name}, served: true, storage: ${storage} }`;
const crd = (versions: string, scope = 'Namespaced') =>
  spec(`group: x.io, scope: ${scope}, names: { kind: X, plural: xs }, versions: [ ${versions} ]`);

/** Kind · as it was · an edit that is refused · what is found · an edit that is not. */
const EDITS: readonly (readonly [string, string, string, readonly string[], string])[] = [
  [
    'Deployment',
    spec('selector: { matchLabels: { app: a } }, replicas: 1'),
    spec('selector: { matchLabels: { app: b } }, replicas: 1'),
    ['error upgrade/selector Deployment n/x /spec/selector/matchLabels/app'],
    spec(`selector: { matchLabels: { app: a } }, replicas: 2, ${template('b')}`),
  ],
  [
    'DaemonSet',
    spec('selector: { matchLabels: { app: a } }'),
    spec('selector: { matchLabels: { app: a, b: c } }'),
    ['error upgrade/selector DaemonSet n/x /spec/selector/matchLabels/b'],
    spec('selector: { matchLabels: { app: a } }, minReadySeconds: 1'),
  ],
  [
    'StatefulSet',
    spec('volumeClaimTemplates: [ { metadata: { name: d }, spec: { storageClassName: a } } ]'),
    spec(
      'volumeClaimTemplates: [ { metadata: { name: d }, spec: { storageClassName: b } } ], serviceName: y, podManagementPolicy: Parallel',
    ),
    [
      'error upgrade/stateful-set StatefulSet n/x /spec/podManagementPolicy',
      'error upgrade/stateful-set StatefulSet n/x /spec/serviceName',
      'error upgrade/stateful-set StatefulSet n/x /spec/volumeClaimTemplates/0/spec/storageClassName',
    ],
    spec(
      `replicas: 3, podManagementPolicy: OrderedReady, ${template('b')}, volumeClaimTemplates: [ { apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: d }, spec: { storageClassName: a, volumeMode: Filesystem } } ]`,
    ),
  ],
  [
    'Job',
    spec(`completions: 1, ${template('a')}`),
    spec(`completions: 2, ${template('b')}`),
    [
      'error upgrade/job Job n/x /spec/template/spec/containers/0/image',
      'error upgrade/job Job n/x /spec/completions',
    ],
    spec(`completions: 1, parallelism: 2, ${template('a')}`),
  ],
  [
    'Service',
    spec('clusterIP: 10.0.0.1, ipFamilies: [IPv4]'),
    spec('clusterIP: None, ipFamilies: [IPv6]'),
    [
      'error upgrade/service-address Service n/x /spec/clusterIP',
      'error upgrade/service-address Service n/x /spec/ipFamilies/0',
    ],
    spec('ipFamilies: [IPv4, IPv6], ports: [ { port: 1 } ]'),
  ],
  [
    'Service',
    spec('clusterIP: None'),
    spec('ports: [ { port: 1 } ]'),
    ['warning upgrade/service-address Service n/x /spec/clusterIP'],
    spec('clusterIP: None, ports: [ { port: 1 } ]'),
  ],
  [
    'Service',
    spec('ports: [ { port: 1 } ]'),
    spec('ports: [ { port: 1 } ], clusterIP: 10.0.0.1'),
    ['warning upgrade/service-address Service n/x /spec/clusterIP'],
    spec('type: ExternalName, externalName: a.example'),
  ],
  [
    'Service',
    spec('healthCheckNodePort: 30001, ports: [ { port: 1 } ]'),
    spec('healthCheckNodePort: 30002, ports: [ { port: 1 } ]'),
    ['error upgrade/service-address Service n/x /spec/healthCheckNodePort'],
    spec('healthCheckNodePort: 30001, ports: [ { port: 2 } ]'),
  ],
  [
    'Deployment',
    spec('replicas: 1'),
    spec('replicas: 1, strategy: { type: Recreate }'),
    ['error upgrade/strategy Deployment n/x /spec/strategy/type'],
    spec('replicas: 1, strategy: { type: RollingUpdate }'),
  ],
  [
    'StatefulSet',
    spec('updateStrategy: { type: RollingUpdate }'),
    spec('updateStrategy: { type: OnDelete }'),
    ['error upgrade/strategy StatefulSet n/x /spec/updateStrategy/type'],
    spec('updateStrategy: { type: RollingUpdate, rollingUpdate: { partition: 0 } }'),
  ],
  [
    'EndpointSlice',
    'addressType: IPv4',
    'addressType: IPv6',
    ['error upgrade/fixed EndpointSlice n/x /addressType'],
    'addressType: IPv4\nports: [ { port: 1 } ]',
  ],
  [
    'ResourceQuota',
    spec('hard: { pods: 1 }'),
    spec('hard: { pods: 1 }, scopes: [BestEffort]'),
    ['error upgrade/fixed ResourceQuota n/x /spec/scopes'],
    spec('hard: { pods: 2 }'),
  ],
  [
    'PersistentVolumeClaim',
    claim('1Gi', ', storageClassName: a'),
    claim('1G', ', storageClassName: b'),
    [
      'error upgrade/claim PersistentVolumeClaim n/x /spec/storageClassName',
      'error upgrade/claim PersistentVolumeClaim n/x /spec/resources/requests/storage',
    ],
    claim('1.5Gi', ', storageClassName: a, volumeMode: Filesystem'),
  ],
  [
    'PersistentVolumeClaim',
    claim('1Gi', ', storageClassName: ""'),
    claim('1Gi'),
    ['error upgrade/claim PersistentVolumeClaim n/x /spec/storageClassName'],
    claim('1Gi', ', storageClassName: "", volumeMode: ""'),
  ],
  [
    'PersistentVolumeClaim',
    claim('1024Mi'),
    claim('1Gi', ', storageClassName: a'),
    ['warning upgrade/claim PersistentVolumeClaim n/x /spec/storageClassName'],
    claim('1Gi'),
  ],
  [
    'ConfigMap',
    'immutable: true\ndata: { a: b }',
    'data: { a: c }',
    [
      'error upgrade/immutable-data ConfigMap n/x /data/a',
      'error upgrade/immutable-data ConfigMap n/x /immutable',
    ],
    'immutable: true\ndata: { a: b }\nbinaryData: {}',
  ],
  [
    'Secret',
    'stringData: { a: b }\nimmutable: true',
    'stringData: { a: c }\nimmutable: true\ntype: kubernetes.io/tls',
    [
      'error upgrade/secret-type Secret n/x /type',
      'error upgrade/immutable-data Secret n/x /stringData/a',
    ],
    'stringData: { a: b }\nimmutable: true\ntype: Opaque',
  ],
  [
    'StorageClass',
    'provisioner: a\nparameters: { a: b }',
    'provisioner: b\nparameters: { a: c }\nreclaimPolicy: Retain',
    [
      'error upgrade/storage-class StorageClass n/x /provisioner',
      'error upgrade/storage-class StorageClass n/x /parameters/a',
      'error upgrade/storage-class StorageClass n/x /reclaimPolicy',
    ],
    'provisioner: a\nparameters: { a: b }\nreclaimPolicy: Delete\nallowVolumeExpansion: true',
  ],
  [
    'RoleBinding',
    'roleRef: { kind: Role, name: a }',
    'roleRef: { kind: Role, name: b }',
    ['error upgrade/role-ref RoleBinding n/x /roleRef/name'],
    'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: a }\nsubjects: []',
  ],
  [
    'CSIDriver',
    spec('podInfoOnMount: true'),
    spec('attachRequired: false, volumeLifecycleModes: [Ephemeral]'),
    [
      'error upgrade/class CSIDriver n/x /spec/attachRequired',
      'error upgrade/class CSIDriver n/x /spec/volumeLifecycleModes',
    ],
    spec('attachRequired: true, volumeLifecycleModes: [Persistent]'),
  ],
  [
    'IngressClass',
    spec('controller: a'),
    spec('controller: b'),
    ['error upgrade/class IngressClass n/x /spec/controller'],
    spec('controller: a, parameters: { kind: X, name: y }'),
  ],
  [
    'PriorityClass',
    'value: 1',
    'value: 2',
    ['error upgrade/class PriorityClass n/x /value'],
    'value: 1\npreemptionPolicy: PreemptLowerPriority\ndescription: d',
  ],
  [
    'Pod',
    spec('containers: [ { name: a, image: i } ]'),
    spec('containers: [ { name: a, image: i, command: [c] } ]'),
    ['error upgrade/pod Pod n/x /spec/containers/0/command'],
    spec('containers: [ { name: a, image: j } ], tolerations: [ { key: k } ]'),
  ],
  [
    'PersistentVolume',
    spec('nfs: { server: a, path: /x }, capacity: { storage: 1Gi }'),
    spec('nfs: { server: b, path: /x }, capacity: { storage: 1Gi }, volumeMode: Block'),
    [
      'error upgrade/persistent-volume PersistentVolume n/x /spec/nfs/server',
      'error upgrade/persistent-volume PersistentVolume n/x /spec/volumeMode',
    ],
    spec(
      'nfs: { server: a, path: /x }, capacity: { storage: 2Gi }, nodeAffinity: { required: {} }',
    ),
  ],
  [
    'CustomResourceDefinition',
    crd(version('v1', true)),
    crd(version('v2', true), 'Cluster'),
    [
      'error upgrade/definition CustomResourceDefinition n/x /spec/scope',
      'error upgrade/definition CustomResourceDefinition n/x /spec/versions',
    ],
    crd(`${version('v1', false)}, ${version('v2', true)}`),
  ],
];

test.each(EDITS)('%s: from %s, %s is refused', (kind, before, after, findings, allowed) => {
  expect(changed(object(kind, before), object(kind, after))).toEqual(findings);
  expect(changed(object(kind, before), object(kind, allowed))).toEqual([]);
});

test('where Flux makes an object anew, a refused edit is a warning; a claim has data to lose', () => {
  const mark = ', annotations: { kustomize.toolkit.fluxcd.io/force: Enabled }';
  const edit = (kind: string, before: string, after: string) =>
    changed(object(kind, before), object(kind, after, mark));
  expect(edit('Job', spec(template('a')), spec(template('b')))).toEqual([
    'warning upgrade/job Job n/x /spec/template/spec/containers/0/image',
  ]);
  expect(edit('PersistentVolumeClaim', claim('2Gi'), claim('1Gi'))).toEqual([
    'error upgrade/claim PersistentVolumeClaim n/x /spec/resources/requests/storage',
  ]);
});

test.each([
  ['PersistentVolumeClaim', claim('1Gi'), true],
  ['Namespace', '', true],
  ['CustomResourceDefinition', crd(version('v1', true)), true],
  ['PersistentVolume', spec('nfs: {}'), true],
  ['PersistentVolume', spec('nfs: {}, persistentVolumeReclaimPolicy: Retain'), false],
  ['StatefulSet', spec('volumeClaimTemplates: [ { metadata: { name: d } } ]'), false],
  [
    'StatefulSet',
    spec(
      'volumeClaimTemplates: [ { metadata: { name: d } } ], persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete }',
    ),
    true,
  ],
  ['ConfigMap', 'data: {}', false],
])('removing a %s with %s', (kind, rest, isLoss) => {
  const codes = (marks?: string) =>
    changed(object(kind, rest, marks), '').map((found) => found.split(' ').slice(0, 2).join(' '));
  expect(codes()).toEqual(isLoss ? ['warning upgrade/data-loss'] : []);
  expect(codes(', labels: { kustomize.toolkit.fluxcd.io/prune: disabled }')).toEqual([]);
});

test('an object that moves to another file stays the same object', () => {
  const views = viewText(object('Namespace', ''), 'x.yaml');
  const [namespace] = views.ok ? views.value : [];
  if (namespace === undefined) throw new Error('no object');
  const [before, after] = ['a.yaml', 'b.yaml'].map((file) => [{ file, object: namespace }]);
  expect(compareTrees(before ?? [], after ?? [], registry)).toMatchObject([
    { change: 'changed', file: 'b.yaml', movedFrom: 'a.yaml', fields: [] },
  ]);
});
