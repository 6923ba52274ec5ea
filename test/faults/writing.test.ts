import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { evaluateProject } from '../../src/pipeline/evaluate-project.ts';
import { parseLock } from '../../src/pipeline/lock-file.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { createStore } from '../../src/sops/edit-store.ts';
import { person, ruleFor, valueOf, type Person } from '../sops/fixture.ts';
import { has } from '../support/programs.ts';
import { Project, REPOSITORY, secretObject, type ModuleSpec } from '../support/project.ts';
import type * as crypto from 'node:crypto';
import { Died, type Fault, type FileFaults } from './file-faults.ts';

/*
 * Every call of the file layer fails once, and the process dies there once. GANTRY_FAULTS=all takes every call of every
 * scene (some minutes); otherwise a sample spread over the run.
 */
const faults = vi.hoisted(() => ({ current: undefined as FileFaults | undefined }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const { FileFaults: Faults } = await import('./file-faults.ts');
  faults.current = new Faults();
  return faults.current.wrap(await importOriginal());
});

// One sequence of random bytes for all: equal input then gives equal files, and "old or new" is a matter of bytes.
vi.mock('node:crypto', async (importOriginal) => {
  const original = await importOriginal<typeof crypto>();
  const pair = original.generateKeyPairSync('x25519');
  return {
    ...original,
    randomBytes: (size: number) => Buffer.alloc(size, 7),
    generateKeyPairSync: () => pair,
  };
});

const CANARY = 'CANARY-of-the-harbour';
const ALL_POINTS = process.env['GANTRY_FAULTS'] === 'all';
const TEMPORARY = /(^|\/)\.gantry-[^/]*$/;

interface Scene {
  readonly title: string;
  /** Undefined: the example, whose modules Nix evaluates. */
  readonly files: number | undefined;
  /** Most points of the sample. */
  readonly sample: number;
}

const SCENES: readonly Scene[] = [
  { title: 'a tree of 6 files', files: 6, sample: 16 },
  { title: 'a tree of 50 files', files: 50, sample: 8 },
  ...(has('nix') ? [{ title: 'the example', files: undefined, sample: 8 }] : []),
];

describe.each(SCENES)('$title, all of whose files change', ({ files, sample }) => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await Harness.create(files);
  });

  afterAll(() => {
    harness.project.dispose();
  });

  test.each(['die', 'fail'] as const)('whichever call is the one to %s', async (how) => {
    const points = harness.points(sample);
    expect(points.length).toBeGreaterThan(Math.min(sample, 10) / 2);
    for (const at of points) await harness.survive({ at, how });
  });
});

/** A project before a run, what an undisturbed run makes of it, and the runs in between. */
class Harness {
  readonly project: Project;
  readonly #faults: FileFaults;
  #before: Record<string, string> = {};
  #after: Record<string, string> = {};
  #calls = 0;

  private constructor(project: Project, injected: FileFaults) {
    this.project = project;
    this.#faults = injected;
  }

  static async create(files: number | undefined): Promise<Harness> {
    const ann = await person();
    const project = new Project(ann.identity);
    if (faults.current === undefined) throw new Error('the file system is not wrapped');
    const harness = new Harness(project, faults.current);
    if (files === undefined) await harness.#prepareExample();
    else await harness.#prepareTree(ann, files);
    await harness.#runUndisturbed();
    return harness;
  }

  async #prepareExample(): Promise<void> {
    const { project } = this;
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

  /** First version of the tree, then every source changed. */
  async #prepareTree(ann: Person, files: number): Promise<void> {
    const { project } = this;
    project.write('.sops.yaml', sopsConfig(ann));
    await this.#writeStore(ann, `${CANARY}-1`);
    project.modules(specs(files, 'first'));
    valueOf(await project.run());
    await this.#writeStore(ann, `${CANARY}-2`);
    project.modules(specs(files, 'second'));
  }

  /** What there is now is the template of all runs. */
  async #runUndisturbed(): Promise<void> {
    const { project } = this;
    this.#before = project.texts();
    renameSync(project.root, join(project.base, 'template'));
    this.#restore();
    this.#faults.start(undefined);
    valueOf(await project.run());
    this.#calls = this.#faults.calls.length;
    this.#after = project.texts();
    expect(await project.check()).toEqual([]);
  }

  async #writeStore(ann: Person, value: string): Promise<void> {
    const store = await createStore({
      path: 'secrets/store.enc.yaml',
      entries: [['token', new Secret(value)]],
      rule: ruleFor([ann], 'unencrypted_suffix: _unencrypted'),
      now: this.project.now,
    });
    this.project.write('secrets/store.enc.yaml', valueOf(store).text);
  }

  points(sample: number): number[] {
    const count = ALL_POINTS ? this.#calls : Math.min(sample, this.#calls);
    return Array.from({ length: count }, (_, index) => Math.floor((index * this.#calls) / count));
  }

  /** One run with a fault in it, what must hold after it, and the run after that. */
  async survive(fault: Fault): Promise<void> {
    this.#restore();
    this.#faults.start(fault);
    const ended = await this.#run();
    await this.#faults.settle();
    const where = `${fault.how} at call ${fault.at} (${this.#faults.calls[fault.at] ?? 'none'})`;
    this.#faults.start(undefined);
    this.#expectNoPlaintext(where);
    this.#expectOldOrNew(where);
    const isDone = this.#equals(this.#after);
    if (ended === 'done') expect(isDone, `${where}: said to be done`).toBe(true);
    expect((await this.project.check()).length === 0, `${where}: check`).toBe(isDone);
    this.#buryHolder();
    expect(await this.#run(), `${where}: next run`).toBe('done');
    expect(this.project.texts(), `${where}: end`).toEqual(this.#after);
  }

  #restore(): void {
    const { root, base } = this.project;
    rmSync(root, { recursive: true, force: true });
    cpSync(join(base, 'template'), root, { recursive: true });
  }

  async #run(): Promise<'done' | 'failed' | 'died'> {
    try {
      return (await this.project.run()).ok ? 'done' : 'failed';
    } catch (error) {
      if (error instanceof Died) return 'died';
      throw new Error(
        `${this.#faults.calls.at(this.#faults.fault?.at ?? 0) ?? ''}: not told as a finding`,
        {
          cause: error,
        },
      );
    }
  }

  #expectNoPlaintext(where: string): void {
    for (const folder of [this.project.root, join(this.project.base, 'home')]) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const path = join(folder, name);
        if (!statSync(path).isFile()) continue;
        expect(readFileSync(path, 'utf8').includes(CANARY), `${where}: ${name}`).toBe(false);
      }
    }
  }

  #expectOldOrNew(where: string): void {
    const texts = this.project.texts();
    for (const path of new Set([...Object.keys(this.#before), ...Object.keys(this.#after)])) {
      const versions = [this.#before[path], this.#after[path]];
      const intact =
        versions.includes(texts[path]) || (path === 'manifests.lock' && this.#isPending());
      expect(intact, `${where}: ${path} is old or new`).toBe(true);
    }
    const known = { ...this.#before, ...this.#after };
    const strange = Object.keys(texts).filter((path) => !(path in known) && !TEMPORARY.test(path));
    expect(strange, where).toEqual([]);
  }

  /** The lock between the two: complete, with the old entries and the new paths as pending. */
  #isPending(): boolean {
    const [old, now] = [
      this.#before['manifests.lock'] ?? '',
      this.project.read('manifests.lock'),
    ].map((text) => valueOf(parseLock(text, 'manifests.lock')));
    if (old?.kind !== 'gantry' || now?.kind !== 'gantry') return false;
    expect(now.lock.entries).toEqual(old.lock.entries);
    return now.lock.pending.size > 0;
  }

  #equals(texts: Record<string, string>): boolean {
    const present = Object.entries(this.project.texts()).filter(([path]) => !TEMPORARY.test(path));
    return JSON.stringify(present) === JSON.stringify(Object.entries(texts));
  }

  /** This process lives on; the one that died in it does not. */
  #buryHolder(): void {
    const state = join(this.project.base, 'home', '.local', 'state', 'gantry');
    if (!existsSync(state)) return;
    for (const name of readdirSync(state, { recursive: true, encoding: 'utf8' })) {
      const path = join(state, name);
      if (name.endsWith('lock'))
        writeFileSync(path, JSON.stringify({ pid: process.pid, started: '1' }));
    }
  }
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
