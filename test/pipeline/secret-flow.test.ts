import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { KubernetesObject } from '../../src/core/object.ts';
import { Secret } from '../../src/core/secret.ts';
import { check } from '../../src/pipeline/check.ts';
import { manifestFile } from '../../src/pipeline/manifest-file.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { person, valueOf, type Person } from '../sops/fixture.ts';
import { Project } from '../support/project.ts';

const STORE = 'secrets/store.enc.yaml';
const SEALED = 'apps/web';
let ann: Person;
let project: Project;

beforeAll(async () => {
  ann = await person();
});

beforeEach(async () => {
  project = new Project(ann.identity);
  onTestFinished(() => {
    project.dispose();
  });
  rules('^(data|stringData)$');
  project.modules([]);
  for (const key of ['token', 'spare'])
    valueOf(await setSecret({ key, value: new Secret('plain text') }, project.options()));
});

function rules(tree: string): void {
  const age = ann.recipient;
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ${tree}\n    age: ${age}\n  - age: ${age}\n`,
  );
}

const reference = (key: string, store = STORE) => `ref+sops://${store}#${key}`;
const object = (
  kind: string,
  rest: Record<string, KubernetesObject[string]>,
): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'x', namespace: 'apps' },
  ...rest,
});
const secret = (value: string, field = 'stringData') => object('Secret', { [field]: { a: value } });
const USED = object('Secret', {
  metadata: { name: 'used', namespace: 'apps' },
  stringData: { a: reference('token') },
});

/** What a check of the tree says without any key, but for the state of the tree. */
async function findings(objects: KubernetesObject[], encrypt = true): Promise<Diagnostic[]> {
  project.modules([{ name: SEALED, encrypt, objects }]);
  const environment = { HOME: project.environment['HOME'] };
  const result = await check({ ...project.options({ environment }), decrypt: false });
  const found = result.ok ? result.value.diagnostics : result.diagnostics;
  return found.filter(({ code }) => !code.startsWith('check/'));
}

const brief = (found: readonly Diagnostic[]) =>
  found.map(({ severity, code, object: name, pointer }) =>
    [severity, code, name, pointer].filter(Boolean).join(' '),
  );

const UNUSED = 'info secrets/unused-key';

test('a key that nobody uses is told once per store, one that is used is not', async () => {
  const found = await findings([secret(reference('token'))]);
  expect(brief(found)).toEqual([UNUSED]);
  expect(found[0]?.message).toBe(`no placeholder names spare of ${STORE}`);
});

test('a store or key that does not exist, at the first place that names it, with what was meant', async () => {
  const missing = await findings([USED, secret(`x ${reference('tokn')}+`)]);
  expect(brief(missing)).toEqual(['error secrets/missing-key Secret apps/x /stringData/a']);
  expect(missing[0]?.help).toContain('token');
  expect(brief(await findings([secret(reference('a', 'secrets/none.enc.yaml'))]))).toEqual([
    'error secrets/no-store Secret apps/x /stringData/a',
  ]);
});

test.each<[string, KubernetesObject, boolean, string[]]>([
  [
    'in a file that is not encrypted',
    secret(reference('token')),
    false,
    ['error placeholder/in-clear Secret apps/x /stringData/a'],
  ],
  [
    'in a ConfigMap of such a file',
    object('ConfigMap', { data: { a: reference('token') } }),
    false,
    ['error placeholder/in-clear ConfigMap apps/x /data/a'],
  ],
  [
    'in a ConfigMap of an encrypted file',
    object('ConfigMap', { data: { a: reference('token') } }),
    true,
    [UNUSED],
  ],
  [
    'where the rule leaves values clear',
    { ...secret('literal'), type: reference('token') },
    true,
    ['error placeholder/clear-path Secret apps/x /type'],
  ],
  [
    'inside base64',
    secret(Buffer.from(reference('token')).toString('base64'), 'data'),
    true,
    [
      'error placeholder/in-base64 Secret apps/x /data/a',
      'info secret/sealed-literal Secret apps/x /data/a',
    ],
  ],
  [
    'below data, without a key',
    secret(reference('token'), 'data'),
    true,
    ['info placeholder/in-data Secret apps/x /data/a', UNUSED],
  ],
])('a placeholder %s', async (_title, one, encrypt, expected) => {
  expect(brief(await findings([one], encrypt))).toEqual(expected);
});

test('a placeholder below data, with a key: an error when the value is not base64', async () => {
  project.modules([{ name: SEALED, encrypt: true, objects: [secret(reference('token'), 'data')] }]);
  const result = await project.run();
  const errors = result.ok ? [] : result.diagnostics.filter(({ severity }) => severity === 'error');
  expect(brief(errors)).toEqual(['error secrets/not-base64 Secret apps/x /data/a']);
});

test('an encrypted file of which the rule would encrypt nothing', async () => {
  rules('^spec$');
  const [found] = await findings([secret('literal')]);
  expect(found).toMatchObject({ severity: 'error', file: '.k8s/apps/web.enc.yaml' });
  expect(found?.message).toContain('encrypt');
});

test('literals: in clear an error, sealed an info', async () => {
  const literal = object('Secret', { stringData: { password: 'hunter22' } });
  expect(brief(await findings([literal], false))).toEqual([
    'error secret/clear-literal Secret apps/x /stringData/password',
  ]);
  expect(brief(await findings([literal]))).toEqual([
    'info secret/sealed-literal Secret apps/x /stringData/password',
  ]);
});

test('literals in the Secret of a chart weigh less, in that of a release of the module they do not', async () => {
  const labels = { 'helm.sh/chart': 'x-1.0.0', 'app.kubernetes.io/instance': 'web' };
  const made = object('Secret', { stringData: { password: 'hunter22' } });
  const metadata = { ...(made['metadata'] as JsonObject), labels };
  const labelled: KubernetesObject = { ...made, metadata };
  const entry = { output: 'x.yaml', encrypt: false, placeholders: true, rolls: [] };
  const foreign = (releases: Record<string, unknown>): unknown =>
    manifestFile('x.nix', { ...entry, objects: [made, labelled], releases }, '.k8s').file.foreign;
  expect([foreign({}), foreign({ web: {} })]).toEqual([[1], []]);
  expect(brief(await findings([labelled], false))).toEqual([
    'warning secret/clear-literal Secret apps/x /stringData/password',
  ]);
});
