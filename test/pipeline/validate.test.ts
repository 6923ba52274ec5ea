import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readRegistry } from '../../src/pipeline/schemas.ts';
import { validate, type ValidateOptions } from '../../src/pipeline/validate/validate.ts';

/** A folder `in` with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'gantry-validate-'));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, 'in', name)), { recursive: true });
    writeFileSync(join(cwd, 'in', name), text);
  }
  return cwd;
}

async function run(cwd: string, more: Partial<ValidateOptions> = {}) {
  const result = await validate({
    ...{ cwd, paths: ['in'], version: '1.32', crds: [], rules: {}, complete: false },
    readStandardInput: () => Promise.resolve(''),
    ...more,
  });
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.value;
}

const codes = async (
  files: Readonly<Record<string, string>>,
  more: Partial<ValidateOptions> = {},
) =>
  (await run(folder(files), more)).diagnostics.map(({ severity, code }) => `${severity} ${code}`);

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: apps }
spec: { defaultBackend: { service: { name: wbe, port: { number: 80 } } } }
`;
const CONFIG_MAP = '{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "c" } }';

test('a finding about several files carries the line of the one that refers', async () => {
  const { diagnostics } = await run(folder({ 'web.yaml': INGRESS }));
  expect(diagnostics).toMatchObject([
    {
      pointer: '/spec/defaultBackend/service/name',
      origin: { file: 'in/web.yaml', line: 4, column: 38 },
    },
  ]);
});

test.each([
  ['by default', {}, ['warning graph/missing-service']],
  ['where the paths are all there is', { complete: true }, ['error graph/missing-service']],
  ['by family', { rules: { 'graph/*': 'error' } }, ['error graph/missing-service']],
  ['off', { complete: true, rules: { 'graph/missing-service': 'off' } }, []],
] as const)('a reference that leads nowhere, %s', async (_title, more, expected) => {
  expect(await codes({ 'web.yaml': INGRESS }, more)).toEqual(expected);
});

test('what kustomize and charts use are no objects; what they make is there', async () => {
  const kustomization = {
    resources: ['web.yaml', 'ns.yaml'],
    namespace: 'apps',
    patches: [{ path: 'patch.yaml' }],
    configMapGenerator: [{ name: 'generated', literals: ['a=b'] }],
  };
  const cwd = folder({
    'kustomization.yaml': JSON.stringify(kustomization),
    'patch.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: {}\n',
    'ns.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: _ }\n',
    'web.yaml': `apiVersion: v1
kind: Pod
metadata: { name: "\${APP}-web", namespace: apps }
spec:
  priority: "\${PRIORITY}"
  containers: [ { name: c, image: i, envFrom: [ { configMapRef: { name: generated } } ] } ]
`,
    'chart/Chart.yaml': 'apiVersion: v2\nname: c\n',
    'chart/templates/a.yaml': 'kind: {{ .Values.kind }}\n',
  });
  const { files, objects, diagnostics } = await run(cwd, { complete: true });
  expect({ files, objects }).toEqual({ files: 3, objects: 2 });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'not checked, because they hold other things than whole objects: in/chart/Chart.yaml, in/chart/templates/a.yaml, in/patch.yaml',
  ]);
});

test.each([
  [
    'a kind without schema',
    'apiVersion: a.org/v1\nkind: Crane\nmetadata: { name: a }\n',
    'info schema/none',
  ],
  ['configuration of Talos', 'apiVersion: v1alpha1\nkind: VolumeConfig\n', 'info schema/none'],
  [
    'a wrong version',
    'apiVersion: v1beta1\nkind: Pod\nmetadata: { name: a }\n',
    'error schema/unknown-kind',
  ],
  ['no metadata', 'apiVersion: v1\nkind: ConfigMap\n', 'error schema/object'],
  [
    'a name twice',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { a: b }\n',
    'warning metadata/duplicate',
  ],
])('%s beside other objects', async (_title, text, expected) => {
  expect(await codes({ 'a.json': CONFIG_MAP, 'b.yaml': text })).toEqual([expected]);
});

const TREE = join(import.meta.dirname, '..', 'fixtures', 'validation', 'no-false-alarms');

/** What stands above info in the tree of real habits, with `edits` made to its text. */
async function alarms(...edits: readonly (readonly [string, string])[]): Promise<string[]> {
  const names = readdirSync(TREE, { recursive: true, encoding: 'utf8' });
  const files = names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const text = readFileSync(join(TREE, name), 'utf8');
      return [name, edits.reduce((before, [from, to]) => before.replace(from, to), text)] as const;
    });
  const { diagnostics } = await run(folder(Object.fromEntries(files)), { complete: true });
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, object, pointer }) => `${code} ${object ?? ''} ${pointer ?? ''}`);
}

test('schemas, names and references together: no alarm, then one for each of three faults', async () => {
  expect(await alarms()).toEqual([]);
  const found = await alarms(
    ['backend: { service: { name: web,', 'backend: { service: { name: wbe,'],
    ['name: web, key: token', 'name: web, key: tokne'],
    ['selector: { app: db, statefulset', 'selector: { app: bd, statefulset'],
  );
  expect(found).toEqual([
    'graph/missing-service Ingress apps/web /spec/rules/0/http/paths/0/backend/service/name',
    'graph/missing-key Deployment apps/web /spec/template/spec/containers/0/env/4/valueFrom/secretKeyRef/key',
    'graph/selects-nothing Service apps/db-0 /spec/selector',
  ]);
});

test.each(['relative', 'absolute'])('definitions in a %s folder', async (kind) => {
  const spec = { type: 'object', properties: { size: { type: 'integer', minimum: 1 } } };
  const schema = { openAPIV3Schema: { type: 'object', properties: { spec } } };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'a.org',
      names: { kind: 'Crane' },
      versions: [{ name: 'v1', served: true, schema }],
    },
  };
  const crane = 'apiVersion: a.org/v1\nkind: Crane\nmetadata: { name: c }\nspec: { size: 0 }\n';
  const cwd = folder({ 'crane.yaml': crane, '../crds/a/crane.json': JSON.stringify(definition) });
  const crds = kind === 'relative' ? 'crds' : join(cwd, 'crds');
  const registry = await readRegistry({
    ...{ version: '1.32', root: cwd, folders: [crds] },
    objects: [{ apiVersion: 'a.org/v1', kind: 'Crane' }],
  });
  expect(registry.ok && registry.value.find('a.org/v1', 'Crane')?.node.fields?.has('spec')).toBe(
    true,
  );
  const { diagnostics } = await run(cwd, { crds: [crds] });
  expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer ?? ''}`)).toEqual([
    'schema/value /spec/size',
  ]);
});

const flux = (spec: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: apps, namespace: flux-system }
spec: { interval: 1h, prune: true, path: ./in/apps, sourceRef: { kind: GitRepository, name: flux-system }, ${spec} }
`;
const HOST = `apiVersion: v1
kind: ConfigMap
metadata: { name: c, namespace: apps }
data: { host: "\${HOST}" }
`;
const SEALED = `apiVersion: v1
kind: Secret
metadata: { name: s, namespace: apps }
stringData: { a: "ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]" }
sops: { mac: "ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]", lastmodified: "2026-01-01T00:00:00Z", version: 3.10.2 }
`;

test.each([
  [
    'a variable that is not there',
    'postBuild: { substitute: { HOSTS: a } }',
    HOST,
    'undefined-variable',
  ],
  ['a variable that is', 'postBuild: { substitute: { HOST: a } }', HOST, undefined],
  ['variables that Flux leaves alone', '', HOST, undefined],
  ['encrypted files that stay closed', '', SEALED, 'not-decrypted'],
  ['encrypted files that are opened', 'decryption: { provider: sops }', SEALED, undefined],
])('what Flux makes of the files: %s', async (_title, spec, text, expected) => {
  const named = 'resources: [one.yaml]\n';
  const files = {
    'flux.yaml': flux(spec),
    'apps/one.yaml': text,
    'apps/kustomization.yaml': named,
    // Nothing names it, so it is not applied.
    'apps/other.yaml': text.replace(/name: [cs]/, 'name: other'),
  };
  const found = (await codes(files)).filter((code) => code.startsWith('error flux/'));
  expect(found).toEqual(expected === undefined ? [] : [`error flux/${expected}`]);
});

test('definitions that are asked for and not there', async () => {
  await expect(run(folder({ 'c.yaml': HOST }), { crds: ['none'] })).rejects.toThrow('--crds none');
});

test('rules of one’s own run where they are asked for, with lines and settings', async () => {
  const cwd = folder({ 'c.yaml': HOST });
  writeFileSync(
    join(cwd, 'mine.ts'),
    `import { defineRule } from 'gantry';
    export default [defineRule({ id: 'user/a', severity: 'warning', title: 't',
      check(_, { report }) { report({ message: 'no', path: ['data', 'host'] }); } })];`,
  );
  const { diagnostics } = await run(cwd, { ownRules: 'mine.ts', rules: { 'user/*': 'error' } });
  expect(diagnostics).toMatchObject([
    { code: 'user/a', severity: 'error', origin: { file: 'in/c.yaml', line: 4, column: 9 } },
  ]);
  expect((await run(cwd)).diagnostics).toEqual([]);
  const gone = await run(cwd, { ownRules: 'gone.ts' });
  expect(gone.diagnostics).toMatchObject([{ code: 'config/rules', file: 'gone.ts' }]);
});
