import { describe, expect, test } from 'vitest';
import { fileOf, findingsIn } from './tree-of.ts';

/** Codes of the findings above info about one text, which stands beside a pod in each of the namespaces. */
function alarms(text: string): string[] {
  const pods = ['flux-system', 'monitoring', 'default'].map(
    (namespace) =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: ${namespace}, labels: { app: p } }\nspec: { containers: [] }\n`,
  );
  return findingsIn([fileOf([...pods, text].join('---\n'))])
    .filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code);
}

const service = (selector: string, namespace = 'monitoring') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: s, namespace: ${namespace} }\nspec: { selector: { ${selector} }, ports: [ { port: 80 } ] }\n`;
const route = (name: string, namespace = 'flux-system') =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: i, namespace: ${namespace} }\nspec: { defaultBackend: { service: { name: ${name}, port: { number: 80 } } } }\n`;
const podMonitor = `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: flux, namespace: monitoring }
spec:
  namespaceSelector: { matchNames: [ flux-system ] }
  selector: { matchExpressions: [ { key: app, operator: In, values: [ helm-controller, source-controller ] } ] }
  podMetricsEndpoints: [ { port: http-prom } ]
`;

describe('what nobody has in files and every cluster makes', () => {
  test.each([
    ['static pods of kubeadm', service('component: kube-scheduler, tier: control-plane')],
    ['static pods of Talos', service('k8s-app: kube-apiserver')],
    ['the receiver of webhooks of Flux', route('webhook-receiver')],
    ['the events of Flux', route('notification-controller')],
    ['the pods of Flux', podMonitor],
    ['a pod of Flux', service('app: source-controller', 'flux-system')],
  ])('%s', (_, text) => {
    expect(alarms(text)).toEqual([]);
  });

  test.each([
    ['pods of that name elsewhere', service('app: source-controller')],
    ['another Service in the namespace of Flux', route('webhook-reciever')],
    ['the Service of Flux elsewhere', route('webhook-receiver', 'default')],
    ['pods of nobody', service('k8s-app: kube-apisever')],
  ])('and not %s', (_, text) => {
    expect(alarms(text)).toHaveLength(1);
  });
});

test('an item of 1Password is the Secret that its annotation names', () => {
  const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: d, namespace: default, annotations: { operator.1password.io/item-path: vaults/a/items/b, operator.1password.io/item-name: ${name} } }
spec: { template: { spec: { containers: [ { name: c, image: "a:1", envFrom: [ { secretRef: { name: login } } ] } ] } } }
`;
  expect(alarms(deployment('login'))).toEqual([]);
  expect(alarms(deployment('logon'))).toEqual(['graph/missing-secret']);
});

describe('a Secret in the clear', () => {
  const secret = (value: string, field = 'stringData') =>
    `apiVersion: v1\nkind: Secret\nmetadata: { name: s, namespace: default }\n${field}: { token: ${JSON.stringify(value)} }\n`;

  test.each([
    'op://Vault/connect/token',
    'vault:secret/data/web#token',
    '<path:secret/data/web#token>',
    'keeper://abc/field/token',
    'arn:aws:secretsmanager:eu-west-1:1:secret:web',
    '{{ .token }}',
    '${TOKEN}',
  ])('that holds %s holds no secret', (value) => {
    expect(alarms(secret(value))).toEqual([]);
    expect(alarms(secret(Buffer.from(value).toString('base64'), 'data'))).toEqual([]);
  });

  test.each(['hunter22', 'https://op/vault', 'op://', 'opening'])('%s is one', (value) => {
    expect(alarms(secret(value))).toEqual(['secret/clear-literal']);
  });
});
