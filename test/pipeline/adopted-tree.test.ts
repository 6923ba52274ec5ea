import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Json } from '../../src/core/json.ts';
import { Secret } from '../../src/core/secret.ts';
import { reportAdoption } from '../../src/pipeline/adopt-report.ts';
import { manifests } from '../../src/pipeline/manifests.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { valueOf } from '../sops/fixture.ts';
import { Project, REPOSITORY, SILENT } from '../support/project.ts';

/*
 * A repository as the usual shell pipeline leaves it. The encrypted files are by sops 3.11 (layout of 3.10: indent 4,
 * keys in their own order, a sops block in each document), for the demonstration identity of the example:
 *
 *   web     as its module makes it now
 *   plain   by a version that set no hash label; otherwise the same
 *   stale   with another value and another clear field
 */
const FIXTURE = join(REPOSITORY, 'test', 'fixtures', 'adoption');
const KEY = readFileSync(join(REPOSITORY, 'examples/homelab/keys/demo-only.agekey'), 'utf8');
const RECIPIENT = 'age1xnnt7grzc35ugf882zrfjfvzharza5p0xdwenu385cy66eysey6qy8pth7';
const TOKEN = 'ref+sops://secrets/store.enc.yaml#token';
const FOREIGN_LOCK = `apps/web.enc.yaml  ${'5f'.repeat(32)}\napps/clear.yaml  ${'77'.repeat(32)}\n`;
const CHART = 'kind: Deployment # rendered by another program\n';
const UNKNOWN = 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n';
let project: Project;

const object = (kind: string, name: string, members: Record<string, Json>): Json => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'apps', labels: { 'kubenix/hash': '7f1c' } },
  ...members,
});
const clear = (name: string): Json => object('ConfigMap', name, { data: { name } });

const MODULES: Readonly<Record<string, Json[]>> = {
  web: [
    object('Secret', 'web', {
      stringData: { alpha: TOKEN, twice: TOKEN, zeta: 'a literal' },
      type: 'Opaque',
    }),
    object('ConfigMap', 'web', {
      data: { port: '8080', url: `https://web:${TOKEN}+@db.example` },
    }),
    object('Service', 'web', {
      spec: { ports: [{ name: 'http', port: 80 }], selector: { app: 'web' } },
    }),
  ],
  plain: [
    object('Secret', 'plain', { stringData: { password: TOKEN, user: 'admin' }, type: 'Opaque' }),
    object('Secret', 'plain-too', { stringData: { only: 'a literal' } }),
  ],
  stale: [
    object('Secret', 'stale', {
      stringData: { changed: 'a new literal', kept: 'stays as it is' },
      type: 'Opaque',
    }),
  ],
};

beforeEach(async () => {
  project = new Project(/^AGE-SECRET-KEY-.*/m.exec(KEY)?.[0] ?? '');
  onTestFinished(() => {
    project.dispose();
  });
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ^(data|stringData)$\n    age: ${RECIPIENT}\n  - age: ${RECIPIENT}\n`,
  );
  project.modules(
    [
      ...Object.entries(MODULES).map(([name, objects]) => ({
        ...{ name: `apps/${name}`, encrypt: true, objects },
      })),
      { name: 'apps/clear', encrypt: false, objects: [clear('clear')] },
      { name: 'apps/unlabelled', encrypt: false, objects: [clear('unlabelled')] },
      { name: 'apps/chart', encrypt: false, objects: [], helm: [{ name: 'metrics' }] },
    ],
    { demo: true },
  );
  const token = { key: 'token', value: new Secret('value of the token') };
  valueOf(await setSecret(token, project.options()));
  cpSync(FIXTURE, join(project.root, '.k8s', 'apps'), { recursive: true });
  const file = (name: string, labels: string): string =>
    `apiVersion: v1\ndata:\n  name: ${name}\nkind: ConfigMap\nmetadata:\n${labels}  name: ${name}\n  namespace: apps\n`;
  project.write('.k8s/apps/clear.yaml', file('clear', '  labels:\n    kubenix/hash: 7f1c\n'));
  project.write('.k8s/apps/unlabelled.yaml', file('unlabelled', ''));
  project.write('.k8s/apps/chart.yaml', CHART);
  project.write('.k8s/flux-system/gotk.yaml', UNKNOWN);
});

const path = (name: string): string => `.k8s/apps/${name}.yaml`;

describe.each([
  ['a lock file of two columns', FOREIGN_LOCK],
  ['no lock file', undefined],
])('the tree of another pipeline, with %s', (_title, lock) => {
  beforeEach(() => {
    if (lock !== undefined) project.write('manifests.lock', lock);
  });

  test('is told apart without a key', async () => {
    const before = project.texts();
    const options = project.options({ environment: { HOME: project.base } });
    const report = valueOf(await reportAdoption(options));
    expect(report.lock).toBe(lock === undefined ? 'none' : 'foreign');
    expect(report.files.map((file) => [file.path, file.state, ...file.details])).toEqual([
      [path('chart'), 'waiting'],
      [path('clear'), 'intact'],
      [
        path('plain.enc'),
        'stale',
        'Secret apps/plain differs in metadata.labels',
        'Secret apps/plain-too differs in metadata.labels',
      ],
      [path('stale.enc'), 'stale', 'Secret apps/stale differs in type'],
      [path('unlabelled'), 'stale', 'ConfigMap apps/unlabelled differs in metadata.labels'],
      [path('web.enc'), 'intact'],
      ['.k8s/flux-system/gotk.yaml', 'foreign'],
    ]);
    expect(project.texts()).toEqual(before);
  });

  test('is foretold by a dry run, taken over by a run, and left alone by the next', async () => {
    const before = project.texts();
    const dry = valueOf(
      await manifests({ ...project.options({ adopt: true }), dryRun: true }, SILENT),
    );
    expect(project.texts()).toEqual(before);
    const run = valueOf(await project.run({ adopt: true }));
    const changed = ['plain.enc', 'stale.enc', 'unlabelled'].map(path);
    for (const { changes } of [dry, run]) {
      const updated = changes.filter(({ action }) => action !== 'unchanged');
      expect(updated.map((change) => change.path)).toEqual(changed);
    }
    const after = project.texts();
    const touched = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(touched).toEqual([...changed, 'manifests.lock']);
    expect(await project.check()).toEqual([]);
    valueOf(await project.run());
    expect(project.texts()).toEqual(after);
  });

  test('keeps the ciphertext of every value that stays', async () => {
    const names = ['plain.enc', 'stale.enc'];
    const before = names.map((name) => ciphertexts(project.read(path(name))));
    valueOf(await project.run({ adopt: true }));
    const after = names.map((name) => ciphertexts(project.read(path(name))));
    const kept = before.map((old, index) => [...old].filter((text) => after[index]?.has(text)));
    // Of stale, `changed` is sealed anew.
    expect(kept.map((texts) => texts.length)).toEqual([3, 1]);
    expect(after.map((texts) => texts.size)).toEqual([3, 2]);
  });
});

/** Ciphertexts of values; those of MACs are always new. */
function ciphertexts(text: string): Set<string> {
  return new Set(
    text
      .split('\n')
      .filter((line) => !/^ *mac:/.test(line))
      .flatMap((line) => /ENC\[[^\]]*\]/.exec(line)?.[0] ?? []),
  );
}
