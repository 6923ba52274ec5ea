import { execFileSync } from 'node:child_process';
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import type { Json } from '../../src/core/json.ts';
import { Secret } from '../../src/core/secret.ts';
import type { TreeObject } from '../../src/core/tree.ts';
import { reportAdoption } from '../../src/pipeline/adopt-report.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { codesOf, person, ruleFor, seal, valueOf, type Person } from '../sops/fixture.ts';
import { has } from '../support/programs.ts';
import { Project, secretObject } from '../support/project.ts';

const LOCK = 'apps/web.enc.yaml  5f2c0d\napps/clear.yaml  77aa01\n';
const TOKEN = 'value-of-the-token';
let ann: Person;
let project: Project;

/** The objects that modules make; `token` says what stands in place of the placeholder. */
const web = (token: string): Json[] => [
  secretObject('web', { zeta: 'literal', alpha: token }),
  secretObject('web-two', { only: 'literal' }),
];
const clear = (data: string): Json => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: `clear-${data}` },
  data: { data },
});

beforeAll(async () => {
  ann = await person();
});

/** What another pipeline left: an intact encrypted file, a stale one, a clear one, a stranger, a lock of its own. */
beforeEach(async () => {
  project = new Project(ann.identity);
  onTestFinished(() => {
    project.dispose();
  });
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ^(data|stringData)$\n    age: ${ann.recipient}\n  - age: ${ann.recipient}\n`,
  );
  project.modules([
    { name: 'apps/web', encrypt: true, objects: web('ref+sops://secrets/store.enc.yaml#token') },
    { name: 'apps/old', encrypt: true, objects: [secretObject('old', { a: 'b' })] },
    { name: 'apps/clear', encrypt: false, objects: [clear('x')] },
    { name: 'apps/fresh', encrypt: false, objects: [clear('y')] },
  ]);
  valueOf(await setSecret({ key: 'token', value: new Secret(TOKEN) }, project.options()));
  project.write('manifests.lock', LOCK);
  project.write('.k8s/flux-system/gotk.yaml', 'kind: Kustomization\n');
  project.write('.k8s/apps/clear.yaml', JSON.stringify(clear('x')));
});

const WRITERS: readonly (readonly [string, (objects: readonly Json[]) => Promise<string>])[] = [
  [
    'itself in another layout',
    async (objects) => (await seal(objects as TreeObject[], ruleFor([ann]))).file.text,
  ],
  ...(has('sops') ? [['sops', withSops] as const] : []),
];

/** Its own indent of 4, keys in the order they were written, several documents. */
function withSops(objects: readonly Json[]): Promise<string> {
  const input = join(project.base, 'clear.yaml');
  writeFileSync(input, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  const args = ['encrypt', '--age', ann.recipient];
  const rule = ['--encrypted-regex', '^(data|stringData)$'];
  const env = { PATH: process.env['PATH'] ?? '', HOME: project.base };
  const options = { cwd: '/', encoding: 'utf8', env } as const;
  return Promise.resolve(execFileSync('sops', [...args, ...rule, input], options));
}

describe.each(WRITERS)('a tree written by %s', (_title, write) => {
  beforeEach(async () => {
    project.write('.k8s/apps/web.enc.yaml', await write(web(TOKEN)));
    project.write('.k8s/apps/old.enc.yaml', await write([secretObject('older', { a: 'b' })]));
  });

  test('is reported without a key and without a change', async () => {
    const before = project.texts();
    const options = project.options({ environment: { HOME: project.base } });
    const { files, lock } = valueOf(await reportAdoption(options));
    expect(lock).toBe('foreign');
    expect(files).toEqual([
      { path: '.k8s/apps/clear.yaml', state: 'reprinted', details: [] },
      { path: '.k8s/apps/fresh.yaml', state: 'missing', details: [] },
      {
        path: '.k8s/apps/old.enc.yaml',
        state: 'stale',
        details: ['Secret apps/old is not in it', 'Secret apps/older is in it'],
      },
      { path: '.k8s/apps/web.enc.yaml', state: 'intact', details: [] },
      { path: '.k8s/flux-system/gotk.yaml', state: 'foreign', details: [] },
    ]);
    expect(project.texts()).toEqual(before);
  });

  test('is taken over with --adopt: equal files keep every byte, the second run changes nothing', async () => {
    chmodSync(join(project.root, '.k8s/apps/old.enc.yaml'), 0o640);
    const before = project.texts();
    expect(codesOf(await project.run())).toEqual(['config/foreign-lock']);
    expect(project.texts()).toEqual(before);
    valueOf(await project.run({ adopt: true }));
    const after = project.texts();
    expect(after['.k8s/apps/web.enc.yaml']).toBe(before['.k8s/apps/web.enc.yaml']);
    expect(after['.k8s/flux-system/gotk.yaml']).toBe('kind: Kustomization\n');
    expect(statSync(join(project.root, '.k8s/apps/old.enc.yaml')).mode & 0o777).toBe(0o640);
    expect(await project.check()).toEqual([]);
    valueOf(await project.run());
    expect(project.texts()).toEqual(after);
  });

  test('keeps the ciphertexts of equal values in a file that changes', async () => {
    const before = project.read('.k8s/apps/web.enc.yaml');
    valueOf(await setSecret({ key: 'token', value: new Secret('other') }, project.options()));
    valueOf(await project.run({ adopt: true }));
    const old = before.match(/ENC\[[^\]]*type:str\]/g) ?? [];
    const now = project.read('.k8s/apps/web.enc.yaml');
    // Both literals stay; the token and the MAC of every document are new.
    expect(old.filter((sealed) => now.includes(sealed))).toHaveLength(2);
    expect(now.split('\n')).toHaveLength(before.split('\n').length);
  });
});

test('what is no SOPS file at the path of an encrypted output is reported as such', async () => {
  project.write('.k8s/apps/web.enc.yaml', 'a: b\n');
  const { files } = valueOf(await reportAdoption(project.options()));
  expect(files.find(({ path }) => path.endsWith('web.enc.yaml'))?.state).toBe('unreadable');
});

test('a Secret that stands in the clear is told, and taken over all the same', async () => {
  const objects = [secretObject('open', { password: 'for all to see' })];
  project.modules([{ name: 'apps/open', encrypt: false, objects }]);
  const brief = (found: readonly Diagnostic[]): string[] =>
    found.map(({ severity, code, object }) => `${severity} ${code} ${object ?? ''}`);
  const warning = ['warning secret/clear-literal Secret apps/open'];
  const report = valueOf(await reportAdoption(project.options()));
  expect(brief(report.diagnostics)).toEqual(warning);
  const adopted = valueOf(await project.run({ adopt: true }));
  expect(brief(adopted.diagnostics)).toEqual(warning);
  expect(project.read('.k8s/apps/open.yaml')).toContain('password');
  expect(codesOf(await project.run())).toContain('secret/clear-literal');
});
