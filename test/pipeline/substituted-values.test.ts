import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { KubernetesObject } from '../../src/core/object.ts';
import { Secret } from '../../src/core/secret.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { person, valueOf, type Person } from '../sops/fixture.ts';
import { Project } from '../support/project.ts';

let ann: Person;

beforeAll(async () => {
  ann = await person();
});

const KUSTOMIZATION = {
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name: 'apps', namespace: 'flux-system' },
  spec: {
    interval: '10m',
    path: './.k8s',
    prune: true,
    sourceRef: { kind: 'GitRepository', name: 'flux-system' },
    decryption: { provider: 'sops' },
  },
};

/** Codes of Flux's rules about a value in an encrypted Secret. */
async function found(
  value: string,
  { field = 'stringData', annotations = {}, substitutes = true } = {},
): Promise<string[]> {
  const project = new Project(ann.identity);
  onTestFinished(() => {
    project.dispose();
  });
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ^(data|stringData)$\n    age: ${ann.recipient}\n  - age: ${ann.recipient}\n`,
  );
  project.modules([]);
  const secret = new Secret(value);
  valueOf(await setSecret({ key: 'value', value: secret }, project.options()));
  const spec = {
    ...KUSTOMIZATION.spec,
    ...(substitutes ? { postBuild: { substitute: { DOMAIN: 'example.org' } } } : {}),
  };
  const object: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'x', namespace: 'apps', annotations },
    [field]: { a: 'ref+sops://secrets/store.enc.yaml#value' },
  };
  project.modules([
    { name: 'flux', encrypt: false, objects: [{ ...KUSTOMIZATION, spec }] },
    { name: 'x', encrypt: true, objects: [object] },
  ]);
  const result = await project.run();
  const diagnostics = result.ok ? result.value.diagnostics : result.diagnostics;
  expect(JSON.stringify(diagnostics)).not.toContain('word');
  return diagnostics.map(({ code }) => code).filter((code) => code.startsWith('flux/'));
}

test.each(['pass${word}', 'pa$$word', 'broken${word'])('%s is told', async (value) => {
  expect(await found(value)).toEqual(['flux/substituted-value']);
});

test('a value without dollars is not, nor one dollar', async () => {
  expect(await found('password')).toEqual([]);
  expect(await found('pa$word')).toEqual([]);
});

test('nor where nothing is substituted, in base64, or where the object says so', async () => {
  expect(await found('pa$$word', { substitutes: false })).toEqual([]);
  const base64 = Buffer.from('pa$$word').toString('base64');
  expect(await found(base64, { field: 'data' })).toEqual([]);
  const annotations = { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' };
  expect(await found('pa$$word', { annotations })).toEqual([]);
  const ignored = { 'gantry.dev/ignore': 'flux/substituted-value: tested' };
  expect(await found('pa$$word', { annotations: ignored })).toEqual([]);
});
