import { expect, test } from 'vitest';
import { brief, fileOf, findingsIn } from '../tree-of.ts';

/** `apiVersion/Kind rest`, as an object of the namespace `apps` with the name `x`. */
function object(type: string, rest: string, name = 'x'): string {
  const slash = type.lastIndexOf('/');
  return `{ apiVersion: ${type.slice(0, slash)}, kind: ${type.slice(slash + 1)}, metadata: { name: ${name}, namespace: apps }, ${rest} }`;
}

const pod = (spec: string) => object('v1/Pod', `spec: { ${spec} }`);
const env = (list: string, from: string) =>
  pod(`${list}: [ { name: c, env: [ { name: A, valueFrom: { ${from} } } ] } ]`);
const CERT = 'cert-manager.io/v1';
const ROUTE = 'traefik.io/v1alpha1/IngressRoute';
const GATEWAY = 'gateway.networking.k8s.io/v1';
const FLUX = 'kustomize.toolkit.fluxcd.io/v1/Kustomization';
const SOURCE = 'source.toolkit.fluxcd.io/v1';
const RELEASE = 'helm.toolkit.fluxcd.io/v2/HelmRelease';
const SERVICE = object('v1/Service', 'spec: { ports: [ { port: 443 } ] }', 'web');
const CLIENT = 'clientConfig: { service: { name: web, namespace: apps } }';

/** Object that refers · place of the reference · what makes it right · rule, when it is not the first of the kind. */
const CASES: readonly (readonly [string, string, string, string])[] = [
  [
    env('initContainers', 'secretKeyRef: { name: web, key: a }'),
    '/spec/initContainers/0/env/0/valueFrom/secretKeyRef/name',
    object('v1/Secret', 'data: { a: eA== }', 'web'),
    'secret',
  ],
  [
    env('containers', 'configMapKeyRef: { name: web, key: a }'),
    '/spec/containers/0/env/0/valueFrom/configMapKeyRef/name',
    object('v1/ConfigMap', 'data: { a: b }', 'web'),
    'config-map',
  ],
  [
    pod('volumes: [ { name: v, secret: { secretName: web } } ]'),
    '/spec/volumes/0/secret/secretName',
    object('v1/Secret', 'data: {}', 'web'),
    'secret',
  ],
  [
    pod('imagePullSecrets: [ { name: web } ]'),
    '/spec/imagePullSecrets/0/name',
    object('v1/Secret', 'data: {}', 'web'),
    'secret',
  ],
  [
    object('v1/ServiceAccount', 'imagePullSecrets: [ { name: web } ]'),
    '/imagePullSecrets/0/name',
    object('v1/Secret', 'data: {}', 'web'),
    'secret',
  ],
  [
    object(
      'batch/v1/CronJob',
      'spec: { jobTemplate: { spec: { template: { spec: { serviceAccountName: web } } } } }',
    ),
    '/spec/jobTemplate/spec/template/spec/serviceAccountName',
    object('v1/ServiceAccount', '', 'web'),
    'service-account',
  ],
  [
    object(
      'rbac.authorization.k8s.io/v1/RoleBinding',
      'roleRef: { kind: ClusterRole, name: view }, subjects: [ { kind: ServiceAccount, name: web } ]',
    ),
    '/subjects/0/name',
    object('v1/ServiceAccount', '', 'web'),
    'service-account',
  ],
  [
    object('networking.k8s.io/v1/Ingress', 'spec: { tls: [ { secretName: web } ] }'),
    '/spec/tls/0/secretName',
    object(`${CERT}/Certificate`, 'spec: { secretName: web }'),
    'secret',
  ],
  [
    object(
      `${GATEWAY}/Gateway`,
      'spec: { listeners: [ { name: l, tls: { certificateRefs: [ { name: web } ] } } ] }',
    ),
    '/spec/listeners/0/tls/certificateRefs/0/name',
    object('v1/Secret', 'data: {}', 'web'),
    'secret',
  ],
  [
    object(
      `${GATEWAY}/HTTPRoute`,
      'spec: { rules: [ { backendRefs: [ { name: web, port: 443 } ] } ] }',
    ),
    '/spec/rules/0/backendRefs/0/name',
    SERVICE,
    'service',
  ],
  [
    object(
      'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration',
      `webhooks: [ { ${CLIENT} } ]`,
    ),
    '/webhooks/0/clientConfig/service/name',
    SERVICE,
    'service',
  ],
  [
    object(
      'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration',
      `webhooks: [ { ${CLIENT} } ]`,
    ),
    '/webhooks/0/clientConfig/service/name',
    SERVICE,
    'service',
  ],
  [
    object(
      'apiregistration.k8s.io/v1/APIService',
      'spec: { service: { name: web, namespace: apps } }',
    ),
    '/spec/service/name',
    SERVICE,
    'service',
  ],
  [
    object(
      'apiextensions.k8s.io/v1/CustomResourceDefinition',
      `spec: { conversion: { webhook: { ${CLIENT} } } }`,
    ),
    '/spec/conversion/webhook/clientConfig/service/name',
    SERVICE,
    'service',
  ],
  [
    object(ROUTE, 'spec: { routes: [ { services: [ { name: web, port: 443 } ] } ] }'),
    '/spec/routes/0/services/0/name',
    SERVICE,
    'service',
  ],
  [
    object(ROUTE, 'spec: { tls: { secretName: web } }'),
    '/spec/tls/secretName',
    object('v1/Secret', 'data: {}', 'web'),
    'secret',
  ],
  [
    object(ROUTE, 'spec: { routes: [ { middlewares: [ { name: web }, { name: a@file } ] } ] }'),
    '/spec/routes/0/middlewares/0/name',
    object('traefik.io/v1alpha1/Middleware', '', 'web'),
    'custom-resource',
  ],
  [
    object(`${CERT}/Certificate`, 'spec: { secretName: s, issuerRef: { name: web } }'),
    '/spec/issuerRef/name',
    object(`${CERT}/Issuer`, '', 'web'),
    'custom-resource',
  ],
  [
    object('external-secrets.io/v1/ExternalSecret', 'spec: { secretStoreRef: { name: web } }'),
    '/spec/secretStoreRef/name',
    object('external-secrets.io/v1/SecretStore', '', 'web'),
    'custom-resource',
  ],
  [
    object(
      'snapshot.storage.k8s.io/v1/VolumeSnapshot',
      'spec: { source: { persistentVolumeClaimName: web } }',
    ),
    '/spec/source/persistentVolumeClaimName',
    object('v1/PersistentVolumeClaim', '', 'web'),
    'claim',
  ],
  [
    object(
      'v1/PersistentVolumeClaim',
      'spec: { dataSourceRef: { kind: VolumeSnapshot, name: web } }',
    ),
    '/spec/dataSourceRef/name',
    object('snapshot.storage.k8s.io/v1/VolumeSnapshot', '', 'web'),
    'custom-resource',
  ],
  [
    object(FLUX, 'spec: { dependsOn: [ { name: web } ] }'),
    '/spec/dependsOn/0/name',
    object(FLUX, '', 'web'),
    'flux-object',
  ],
  [
    object(FLUX, 'spec: { sourceRef: { kind: GitRepository, name: web } }'),
    '/spec/sourceRef/name',
    object(`${SOURCE}/GitRepository`, '', 'web'),
    'flux-object',
  ],
  [
    object(FLUX, 'spec: { postBuild: { substituteFrom: [ { kind: ConfigMap, name: web } ] } }'),
    '/spec/postBuild/substituteFrom/0/name',
    object('v1/ConfigMap', '', 'web'),
    'config-map',
  ],
  [
    object(RELEASE, 'spec: { chartRef: { kind: OCIRepository, name: web } }'),
    '/spec/chartRef/name',
    object(`${SOURCE}/OCIRepository`, '', 'web'),
    'flux-object',
  ],
  [
    object(`${SOURCE}/GitRepository`, 'spec: { secretRef: { name: web } }'),
    '/spec/secretRef/name',
    object('v1/Secret', 'data: {}', 'web'),
    'secret',
  ],
];

const rules = { 'secret/*': 'off' } as const;
const alarms = (...texts: readonly string[]) =>
  brief(
    findingsIn(
      texts.map((text) => fileOf(text)),
      { rules },
    ),
  );

test.each(CASES)(
  '%#: a reference that leads nowhere is found, a right one is not',
  (text, place, target, rule) => {
    const kind = /kind: (\w+)/.exec(text)?.[1] ?? '';
    const [first, ...more] = alarms(text, object('v1/Pod', '', 'beside'));
    expect(first).toMatch(new RegExp(`^error graph/missing-${rule} ${kind} \\S*x ${place}$`));
    expect(more).toEqual([]);
    expect(alarms(text, target)).toEqual([]);
  },
);

test.each([
  [
    'a key',
    env('containers', 'configMapKeyRef: { name: web, key: b }'),
    object('v1/ConfigMap', 'data: { a: b }', 'web'),
    'missing-key Pod apps/x /spec/containers/0/env/0/valueFrom/configMapKeyRef/key',
  ],
  [
    'a projected key',
    pod(
      'volumes: [ { name: v, projected: { sources: [ { secret: { name: web, items: [ { key: b } ] } } ] } } ]',
    ),
    object('v1/Secret', 'data: { a: eA== }', 'web'),
    'missing-key Pod apps/x /spec/volumes/0/projected/sources/0/secret/items/0/key',
  ],
  [
    'a file that is mounted alone',
    pod(
      'volumes: [ { name: v, configMap: { name: web } } ], containers: [ { name: c, volumeMounts: [ { name: v, subPath: b } ] } ]',
    ),
    object('v1/ConfigMap', 'data: { a: b }', 'web'),
    'missing-key Pod apps/x /spec/containers/0/volumeMounts/0/subPath',
  ],
  [
    'a listener',
    object(`${GATEWAY}/HTTPRoute`, 'spec: { parentRefs: [ { name: web, sectionName: b } ] }'),
    object(`${GATEWAY}/Gateway`, 'spec: { listeners: [ { name: a } ] }', 'web'),
    'missing-key HTTPRoute apps/x /spec/parentRefs/0/sectionName',
  ],
  [
    'a port of a route',
    object(
      `${GATEWAY}/HTTPRoute`,
      'spec: { rules: [ { backendRefs: [ { name: web, port: 80 } ] } ] }',
    ),
    SERVICE,
    'missing-port HTTPRoute apps/x /spec/rules/0/backendRefs/0/port',
  ],
  [
    'a port of an IngressRoute',
    object(ROUTE, 'spec: { routes: [ { services: [ { name: web, port: http } ] } ] }'),
    SERVICE,
    'missing-port IngressRoute apps/x /spec/routes/0/services/0/port',
  ],
  [
    'the port of a webhook',
    object(
      'apiregistration.k8s.io/v1/APIService',
      'spec: { service: { name: web, namespace: apps, port: 80 } }',
    ),
    SERVICE,
    'missing-port APIService apps/x /spec/service/port',
  ],
])('%s that the target does not have', (_title, text, target, expected) => {
  expect(alarms(text, target)).toEqual([`error graph/${expected}`]);
});

const protocols = (protocol: string) =>
  `${object('v1/Service', `spec: { selector: { a: b }, ports: [ { port: 53, protocol: ${protocol}, targetPort: dns } ] }`)}\n---\n{ apiVersion: v1, kind: Pod, metadata: { name: p, namespace: apps, labels: { a: b } }, spec: { containers: [ { name: c, ports: [ { name: dns, containerPort: 53, protocol: UDP } ] } ] } }`;

test.each([
  [
    'a PodMonitor of no pod',
    object('monitoring.coreos.com/v1/PodMonitor', 'spec: { selector: { matchLabels: { a: b } } }'),
    ['warning graph/selects-nothing PodMonitor apps/x /spec/selector'],
  ],
  [
    'a policy for no pod',
    object(
      'networking.k8s.io/v1/NetworkPolicy',
      'spec: { podSelector: { matchLabels: { a: b } } }',
    ),
    ['warning graph/selects-nothing NetworkPolicy apps/x /spec/podSelector'],
  ],
  [
    'a port of another protocol',
    protocols('TCP'),
    ['error graph/missing-port Service apps/x /spec/ports/0/targetPort'],
  ],
  ['a port of the same protocol', protocols('UDP'), []],
  [
    'the Service of a StatefulSet',
    object(
      'apps/v1/StatefulSet',
      'spec: { serviceName: web, selector: {}, template: { spec: {} } }',
    ),
    ['info graph/missing-service StatefulSet apps/x /spec/serviceName'],
  ],
  [
    'the key with which Flux decrypts',
    object(FLUX, 'spec: { decryption: { secretRef: { name: web } } }'),
    [],
  ],
  [
    'what is optional',
    env('containers', 'secretKeyRef: { name: web, key: a, optional: true }'),
    [],
  ],
])('%s', (_title, text, expected) => {
  expect(alarms(text, object('v1/Pod', '', 'beside'))).toEqual(expected);
});
