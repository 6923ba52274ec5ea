import { expect, test } from 'vitest';
import type { ManifestFile } from '../../src/core/manifest-file.ts';
import { brief, fileOf, findingsIn } from './tree-of.ts';

const secret = (field: string, value: string) =>
  fileOf(`{ apiVersion: v1, kind: Secret, metadata: { name: s }, ${field}: ${value} }`);
const configMap = (text: string) =>
  fileOf(`{ apiVersion: v1, kind: ConfigMap, metadata: { name: c }, data: { a: ${text} } }`);
const sealed = (value: string) =>
  fileOf(
    `{ apiVersion: v1, kind: Secret, metadata: { name: s }, stringData: ${value} }`,
    '.k8s/s.enc.yaml',
  );
const pod = (container: string, rest = '') =>
  fileOf(
    `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: d }, spec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [ ${container} ] ${rest} } } } }`,
  );
const base64 = (text: string) => JSON.stringify(Buffer.from(text).toString('base64'));
const FIRST = 'Deployment d /spec/template/spec/containers/0';
const RANDOM = 'q7Rk2pXv9LmZ4tBc8WnY3sHd';
const TOKEN = `ghp_${'a1B2'.repeat(9)}`;

test.each([
  [
    'error placeholder/in-base64',
    secret('data', `{ k: ${base64('x ref+sops://a.enc.yaml#k+')} }`),
    'Secret s /data/k',
    secret('data', `{ k: ${base64('see the chapter ref+')} }`),
  ],
  [
    'error secret/clear-literal',
    secret('stringData', '{ mode: a, db_password: hunter22 }'),
    'Secret s /stringData/db_password',
    sealed('{ db_password: hunter22 }'),
  ],
  [
    'error secret/clear-literal',
    secret('stringData', '{ mode: production }'),
    'Secret s /stringData/mode',
    secret('stringData', '{ mode: "" }'),
  ],
  [
    'warning secret/credential-in-clear',
    configMap(`"login: ${TOKEN}"`),
    'ConfigMap c /data/a',
    configMap('"login: ghp_example"'),
  ],
  [
    'warning secret/credential-in-clear',
    pod(`{ name: m, image: i, env: [ { name: API_KEY, value: ${RANDOM} } ] }`),
    `${FIRST}/env/0/value`,
    pod(`{ name: m, image: i, env: [ { name: SHARD, value: ${RANDOM} } ] }`),
  ],
  [
    'info secret/sealed-literal',
    sealed('{ p: ref+sops://s.yaml#p, k: v, l: w }'),
    'Secret s /stringData/k',
    sealed('{ k: "", l: "ref+sops://s.yaml#p", m: "ENC[AES256_GCM,data:x]" }'),
  ],
])('%s', (code, bad, place, good) => {
  const ofRule = (files: ManifestFile) =>
    brief(findingsIn([files]).filter((found) => code.endsWith(found.code)));
  expect(ofRule(bad)).toEqual([`${code} ${place}`]);
  expect(ofRule(good)).toEqual([]);
});

const BARE = '{ name: m, image: "r/i" }';

test.each([
  ['error image/digest', pod(BARE), `${FIRST}/image`, pod('{ name: m, image: "i:1@sha256:00" }')],
  ['error image/latest', pod(BARE), `${FIRST}/image`, pod('{ name: m, image: "h:5000/i:1" }')],
  [
    'error resources/requests',
    pod(BARE),
    FIRST,
    pod('{ name: m, resources: { limits: { memory: 1 }, requests: { cpu: 1 } } }'),
  ],
  ['error probe/missing', pod(BARE), FIRST, pod('{ name: m, readinessProbe: {} }')],
  [
    'error security/privileged',
    pod('{ name: m, securityContext: { privileged: true } }'),
    `${FIRST}/securityContext/privileged`,
    pod(BARE),
  ],
  [
    'error security/host-path',
    pod(BARE, ', volumes: [ { name: v, hostPath: { path: /srv } } ]'),
    'Deployment d /spec/template/spec/volumes/0/hostPath',
    pod(BARE, ', volumes: [ { name: v, emptyDir: {} } ]'),
  ],
  [
    'error security/cluster-admin',
    fileOf('{ kind: ClusterRoleBinding, metadata: { name: b }, roleRef: { name: cluster-admin } }'),
    'ClusterRoleBinding b /roleRef/name',
    fileOf('{ kind: ClusterRoleBinding, metadata: { name: b }, roleRef: { name: view } }'),
  ],
] as const)('%s is off until settings name it', (found, bad, place, good) => {
  const [severity = 'error', code = ''] = found.split(' ');
  const rules = { [code]: severity === 'info' ? ('info' as const) : ('error' as const) };
  expect(brief(findingsIn([bad], { rules }))).toEqual([`${found} ${place}`]);
  expect(brief(findingsIn([good], { rules }))).toEqual([]);
  expect(brief(findingsIn([bad]))).toEqual([]);
});

test('messages never hold the value', () => {
  const text = JSON.stringify(
    findingsIn([configMap(TOKEN), secret('stringData', `{ token: ${TOKEN} }`)]),
  );
  expect(text).toContain('secret/clear-literal');
  expect(text).not.toContain(TOKEN);
});
