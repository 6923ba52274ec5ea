import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY, Workspace } from './workspace.ts';

const DEPLOYMENT = `# a comment
apiVersion: apps/v1
kind: Deployment
metadata: { name: a, namespace: apps }
spec:
  replicas: "1"
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a } }
    spec:
      containers:
        - name: a
          image: i
          ports:
            - containerport: 80
              containerPort: 80
`;

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly origin?: unknown }[];
  readonly summary: Readonly<Record<string, number>>;
}

const findings = ({ diagnostics }: Report) =>
  diagnostics.map(({ code, origin }) => [code, origin] as const);

test('a tree with encrypted files passes without a key, project or Nix', () => {
  const work = new Workspace();
  const ran = work.gantry(['validate', '--crds', 'crds', '.k8s'], { env: { PATH: '' } });
  expect(ran.code).toBe(0);
  expect(ran.stderr.match(/^\w+\[.*$/gm)).toEqual([
    expect.stringContaining('no file defines Secret applications/wildcard-tls'),
  ]);
  expect(ran.stdout).toMatch(/^\d+ objects in 6 files are valid\n$/);
});

test('findings in standard input carry line and column', () => {
  const work = new Workspace();
  const ran = work.gantry(['validate', '--json'], { input: `---\n---\n${DEPLOYMENT}` });
  expect(ran.code).toBe(1);
  const report = JSON.parse(ran.stdout) as Report;
  const file = '(standard input)';
  expect(findings(report)).toEqual([
    ['schema/type', { file, line: 8, column: 3 }],
    ['schema/unknown-field', { file, line: 17, column: 15 }],
  ]);
  expect(report.summary).toEqual({ errors: 2, warnings: 0, infos: 0, files: 1, objects: 1 });
});

test('JSON, a folder with other files, and a file that is no YAML', () => {
  const work = new Workspace();
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, dta: {} };
  work.write('in/a.json', JSON.stringify(object, null, 1));
  work.write('in/values.yaml', 'replicas: 1\n');
  work.write('in/broken.yml', 'a: [\n');
  const report = JSON.parse(work.gantry(['validate', '--json', 'in']).stdout) as Report;
  expect(findings(report)).toEqual([
    ['yaml/syntax', expect.objectContaining({ file: 'in/broken.yml' })],
    ['schema/left-out', undefined],
    ['schema/unknown-field', { file: 'in/a.json', line: 7, column: 2 }],
  ]);
  const named = JSON.parse(work.gantry(['validate', '--json', 'in/values.yaml']).stdout) as Report;
  expect(named.summary['errors']).toBe(1);
});

test.each([
  [['validate', 'nowhere.yaml'], 'use/path'],
  [['validate', '--kubernetes-version', '1.18'], 'config/kubernetes-version'],
  [['codegen', 'kubernetes', '--openapi', 'nowhere.json'], 'use/openapi'],
])('wrong use: %j', (args, code) => {
  const ran = new Workspace().gantry(args);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(`error[${code}]`) });
});

test('schemas of the nearest newer version stand in for an older one, in one warning', () => {
  const text = 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: a }\n';
  const work = new Workspace();
  work.write('a.yaml', text);
  const ran = work.gantry(['validate', '--kubernetes-version', 'v1.24.3', 'a.yaml']);
  expect(ran.code).toBe(0);
  expect(ran.stderr.match(/\[schema\/version\] .*1\.24.*1\.28/g)).toHaveLength(1);
});

test('--rule tells how it is written', () => {
  const ran = new Workspace().gantry(['validate', '--rule', 'image/latest=loud']);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('image/latest=warning') });
});

test('the table of a cluster checks its custom resources', () => {
  const work = new Workspace();
  const properties = { spec: { type: 'object', properties: { size: { type: 'integer' } } } };
  const crane = {
    type: 'object',
    properties: { apiVersion: { type: 'string' }, kind: { type: 'string' }, ...properties },
    'x-kubernetes-group-version-kind': [{ group: 'quay.io', version: 'v1', kind: 'Crane' }],
  };
  const document = { swagger: '2.0', definitions: { 'io.quay.v1.Crane': crane } };
  const args = ['codegen', 'kubernetes', '--openapi', '-', '--out', 'cluster.json'];
  expect(work.gantry(args, { input: JSON.stringify(document) })).toMatchObject({ code: 0 });
  const object = 'apiVersion: quay.io/v1\nkind: Crane\nspec: { size: tall }\n';
  const ran = work.gantry(['validate', '--crds', 'cluster.json'], { input: object });
  expect(ran.stderr).toContain('spec.size must be an integer, got the string "tall"');
});

test('gmanifests names the field of a module’s object', () => {
  const work = new Workspace();
  work.write(
    'modules/kubenix/apps/bad.nix',
    '{ kubernetes = { namespace = "apps"; resources.deployments.bad.spec = { replicas = "1"; template.spec.containers.a.imag = "x"; }; }; }',
  );
  const ran = work.gantry(['manifests']);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain(
    'error[schema/type] Deployment apps/bad: spec.replicas must be an integer, got the string "1"',
  );
  expect(ran.stderr).toContain('did you mean image?');
});

test('every version has a table that loads as it stands', () => {
  for (let minor = 28; minor <= 36; minor++) {
    const file = join(REPOSITORY, 'generated', 'kubernetes', `v1.${minor}.json`);
    const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(table).toMatchObject({ table: 'gantry-schemas/1', kubernetes: `1.${minor}` });
  }
});

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: apps }
spec: { defaultBackend: { service: { name: wbe, port: { number: 80 } } } }
`;

test('reports go where they were asked to go, and stdout stays a document', () => {
  const work = new Workspace();
  work.write('web.yaml', INGRESS);
  const ran = work.gantry([
    'validate',
    'web.yaml',
    '--report',
    'compact',
    '--report',
    'junit=out.xml',
  ]);
  expect(ran.stdout).toBe(
    'web.yaml:4:38: warning[graph/missing-service] Ingress apps/web: spec.defaultBackend.service.name: no file defines Service apps/wbe\n',
  );
  expect(work.read('out.xml')).toContain('<testsuite name="web.yaml" tests="1" failures="0"');
});
