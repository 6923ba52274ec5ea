import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeBundle, type Bundle } from '../../src/bridge/bundle.ts';
import { completeImports } from '../../src/pipeline/imports/complete.ts';
import { hasReferences, kubenixSource, nixpkgsLib } from '../compat/reference-engines.ts';
import { evaluate, hasNix } from '../nix/support/nix-eval.ts';

const compat = fileURLToPath(new URL('../compat', import.meta.url));
const fixture = fileURLToPath(new URL('../fixtures/imports', import.meta.url));
const golden = join(fixture, 'golden.json');

/** The bundle of the fixture, as one engine makes it. */
function bundleBy(engine: string): unknown {
  return evaluate(`let gantry = ${engine}; in (gantry.mkProject {
    root = ${fixture}/project;
    project = "harbour";
    kubernetesVersion = "1.34";
    baseModules = with gantry.kubenix.modules; [ k8s helm submodules ];
  }).bundle`);
}

describe.skipIf(!hasNix)('the objects of imported files', () => {
  test('stand where kubenix has them, with its metadata and its hash', async () => {
    const decoded = decodeBundle(bundleBy('import nix'));
    if (!decoded.ok) throw new Error('refused');
    const completed = await completeImports(decoded.value, {
      root: fixture,
      storeRoot: '',
      readable: [],
    });
    if (!completed.ok) throw new Error(JSON.stringify(completed.diagnostics));
    expect(completed.value.bundle.modules['quay.nix']?.objects).toEqual(
      JSON.parse(readFileSync(golden, 'utf8')),
    );
  });

  test.skipIf(!hasReferences)('are those of hall/kubenix', () => {
    const reference = `import ${compat}/reference.nix { nixpkgsLib = "${nixpkgsLib ?? ''}"; kubenixSource = "${kubenixSource ?? ''}"; }`;
    const { objects } = (bundleBy(reference) as Bundle).modules['quay.nix'] ?? {};
    if (process.env['UPDATE_GOLDENS'] === '1') {
      writeFileSync(golden, `${JSON.stringify(objects, null, 1)}\n`);
    }
    expect(objects).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });
});

const root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-imports-')));

/** What becomes of a module with one ConfigMap `own` that imports the files, without the hash label. */
async function completed(files: Readonly<Record<string, string>>) {
  mkdirSync(root, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return withFiles(Object.keys(files).map((name) => join(root, name)));
}

async function importing(files: readonly string[]) {
  const own = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' } };
  const metadata = { annotations: { 'kubenix/project-name': 'harbour' } };
  const module = {
    output: 'a.yaml',
    encrypt: false,
    placeholders: true,
    objects: [own],
    releases: {},
    helm: [],
    imports: files.map((file) => ({ file, metadata, first: ['Namespace'], hash: false })),
    rolls: [],
    warnings: [],
  };
  const bundle: Bundle = {
    contract: 'gantry/v1',
    project: null,
    kubernetesVersion: '1.34',
    modules: { 'a.nix': module },
  };
  return completeImports(bundle, { root, storeRoot: '', readable: [] });
}

async function withFiles(files: readonly string[]) {
  const result = await importing(files);
  if (!result.ok) return result.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  const { objects = [], foreign = [] } = result.value.bundle.modules['a.nix'] ?? {};
  return objects.map((object, index) => {
    const isOwn = !foreign.includes(index);
    return identity(object) + (isOwn ? ', own' : '');
  });
}

function identity(object: unknown): string {
  const { kind, metadata } = object as { kind: string; metadata: { name: string } };
  return `${kind} ${metadata.name}`;
}

test('every document counts, and every item of a List', async () => {
  const text = `
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: Secret, metadata: { name: b } }
  - { apiVersion: v1, kind: Secret, metadata: { name: a } }
---
# nothing
---
{ apiVersion: v1, kind: Namespace, metadata: { name: n } }
`;
  expect(await completed({ 'many.yaml': text })).toEqual([
    'Namespace n',
    'Secret a',
    'Secret b',
    'ConfigMap own, own',
  ]);
});

test('an object that the module defines, or another file, is told with both places', async () => {
  const own = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: own }\n';
  const other = 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\n';
  expect(await completed({ 'x.yaml': own, 'y.yaml': other, 'z.yaml': other })).toEqual([
    'imports/defined-twice: ConfigMap own comes from the module a.nix and from the file x.yaml, which a.nix imports',
    'imports/defined-twice: Secret s comes from the file y.yaml and from the file z.yaml, which a.nix imports',
  ]);
});

test('what is no object is told with its place, all at once', async () => {
  const text = '- 1\n---\nkind: Secret\nmetadata: {}\n';
  expect(await completed({ 'bad.yaml': text, 'worse.yaml': 'a: [' })).toEqual([
    'imports/object: object 1 of bad.yaml is no mapping; a.nix imports it',
    'imports/object: object 2 of bad.yaml has no apiVersion and no metadata.name; a.nix imports it',
    expect.stringContaining('yaml/syntax'),
  ]);
});

test('a file that is missing or lies outside the project is refused', async () => {
  const outside = join(realpathSync(mkdtempSync(join(tmpdir(), 'gantry-outside-'))), 'x.yaml');
  writeFileSync(outside, 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\n');
  const link = join(root, 'link.yaml');
  symlinkSync(outside, link);
  const found = await withFiles([join(root, 'none.yaml'), outside, link]);
  expect(found).toEqual(Array(3).fill(expect.stringContaining('imports/unreadable')));
});

test('what kubectl would have read otherwise is a warning with its place, once', async () => {
  const file = join(root, 'old.yaml');
  writeFileSync(
    file,
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: old }\ndata: { debug: off }\n',
  );
  const result = await importing([file]);
  expect(result.ok && result.value.warnings).toMatchObject([
    {
      code: 'yaml/ambiguous',
      severity: 'warning',
      message: expect.stringMatching(/^data\.debug: off is false/),
      origin: { file: 'old.yaml', line: 4, column: 9 },
    },
  ]);
});
