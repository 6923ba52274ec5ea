import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../src/core/result.ts';
import { Secret } from '../../src/core/secret.ts';
import { evaluateProject } from '../../src/pipeline/evaluate-project.ts';
import { rotateStores } from '../../src/pipeline/secrets/rotate.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { createStore } from '../../src/sops/edit-store.ts';
import { ruleFor, valueOf, type Person } from '../sops/fixture.ts';
import { has } from '../support/programs.ts';
import type { Project } from '../support/project.ts';
import { REPOSITORY, secretObject, type ModuleSpec } from '../support/project.ts';

/** What stands for every secret of a scene; nothing else of a run holds it. */
export const CANARY = 'CANARY-of-the-harbour';

/** A project as it is before a run, and the run. */
export interface Scene {
  readonly title: string;
  /** Points that the sample takes. */
  readonly sample: number;
  readonly prepare: (project: Project, ann: Person) => Promise<void>;
  readonly run: (project: Project) => Promise<Result<unknown>>;
}

const manifests = (project: Project): Promise<Result<unknown>> => project.run();

export const SCENES: readonly Scene[] = [
  {
    title: 'a tree of 50 files, all of which change',
    sample: 12,
    prepare: (project, ann) => changedTree(project, ann, 50),
    run: manifests,
  },
  {
    title: 'a tree of 6 files, all of which change',
    sample: 16,
    prepare: (project, ann) => changedTree(project, ann, 6),
    run: manifests,
  },
  {
    title: 'a first run',
    sample: 12,
    prepare: async (project, ann) => {
      project.write('.sops.yaml', sopsConfig(ann));
      await writeStore(project, ann, 'first');
      project.modules(specs(6, 'first'));
    },
    run: manifests,
  },
  {
    title: 'stores with new keys, and the run after it',
    sample: 12,
    prepare: async (project, ann) => {
      await changedTree(project, ann, 6);
      for (const name of ['two', 'three']) {
        const entry = { key: 'token', value: new Secret(`${CANARY}-${name}`) };
        const store = `secrets/${name}.enc.yaml`;
        valueOf(await setSecret({ ...entry, store }, project.options()));
      }
      valueOf(await project.run());
    },
    run: async (project) => {
      const rotated = await rotateStores([], project.options());
      return rotated.ok ? project.run() : rotated;
    },
  },
  ...(has('nix')
    ? [{ title: 'the example', sample: 8, prepare: changedExample, run: manifests }]
    : []),
];

/** First version of a tree, then every source changed. */
async function changedTree(project: Project, ann: Person, files: number): Promise<void> {
  project.write('.sops.yaml', sopsConfig(ann));
  await writeStore(project, ann, 'first');
  project.modules(specs(files, 'first'));
  valueOf(await project.run());
  await writeStore(project, ann, 'second');
  project.modules(specs(files, 'second'));
}

/** The example as Nix evaluates it, with every object and a secret changed. */
async function changedExample(project: Project): Promise<void> {
  cpSync(join(REPOSITORY, 'examples', 'homelab'), project.root, { recursive: true });
  const options = { ...project.options(), environment: { ...process.env } };
  delete (options as { bundleFile?: string }).bundleFile;
  const { settings, bundle } = valueOf(await evaluateProject(project.root, options));
  const text = JSON.stringify({ settings, bundle });
  const changed = text.replaceAll('"metadata":{', '"metadata":{"generateName":"changed",');
  writeFileSync(join(project.base, 'bundle.json'), changed);
  const value = new Secret(`${CANARY}-example`);
  valueOf(await setSecret({ key: 'ntfy_database_password', value }, project.options()));
}

async function writeStore(project: Project, ann: Person, version: string): Promise<void> {
  const path = 'secrets/store.enc.yaml';
  const store = await createStore({
    path,
    entries: [['token', new Secret(`${CANARY}-${version}`)]],
    rule: ruleFor([ann], 'unencrypted_suffix: _unencrypted'),
    now: project.now,
  });
  project.write(path, valueOf(store).text);
}

function sopsConfig({ recipient }: Person): string {
  return `creation_rules:
  - path_regex: ^\\.k8s/
    encrypted_regex: ^(data|stringData)$
    age: ${recipient}
  - age: ${recipient}
`;
}

/** Most files are there in both versions, one goes, one comes; every third is in clear. */
function specs(files: number, version: 'first' | 'second'): ModuleSpec[] {
  const numbers = Array.from({ length: files }, (_, index) => index);
  return numbers
    .filter((number) => number !== (version === 'first' ? 1 : 2))
    .map((number) => ({
      name: `${number % 2 === 0 ? 'apps' : 'network'}/m${number}`,
      encrypt: number % 3 !== 0,
      objects: [
        number % 3 === 0
          ? {
              apiVersion: 'v1',
              kind: 'ConfigMap',
              metadata: { name: `m${number}` },
              data: { version },
            }
          : secretObject(`m${number}`, {
              version,
              token: 'ref+sops://secrets/store.enc.yaml#token',
              url: `https://u:ref+sops://secrets/store.enc.yaml#token+@m${number}`,
            }),
      ],
    }));
}
