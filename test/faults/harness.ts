import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import { parseLock } from '../../src/pipeline/lock-file.ts';
import { person, valueOf } from '../sops/fixture.ts';
import { Project } from '../support/project.ts';
import { Died, WAYS, type Fault, type FileFaults } from './file-faults.ts';
import { CANARY, type Scene } from './scenes.ts';

const LOCK = 'manifests.lock';
const TEMPORARY = /^\.gantry-\d+-\d+\.tmp$/;

type Texts = Record<string, string>;

/** A project before a run, what an undisturbed run makes of it, and the runs in between. */
export class Harness {
  readonly project: Project;
  readonly #scene: Scene;
  readonly #faults: FileFaults;
  readonly #needles: readonly string[];
  #before: Texts = {};
  #after: Texts = {};
  #calls = 0;
  /** The states that the keyless check finds nothing wrong with. */
  readonly #consistent: string[] = [];
  readonly #followedUp = new Set<string>();

  private constructor(scene: Scene, faults: FileFaults, identity: string) {
    this.project = new Project(identity);
    this.#scene = scene;
    this.#faults = faults;
    this.#needles = [CANARY, identity].flatMap(spellings);
    process.env['TMPDIR'] = join(this.project.base, 'tmp');
    mkdirSync(process.env['TMPDIR']);
  }

  static async create(scene: Scene, faults: FileFaults): Promise<Harness> {
    const ann = await person();
    const harness = new Harness(scene, faults, ann.identity);
    await scene.prepare(harness.project, ann);
    await harness.#runUndisturbed();
    return harness;
  }

  /** What there is now is the template of all runs. */
  async #runUndisturbed(): Promise<void> {
    const { project } = this;
    this.#before = project.texts();
    if ((await project.check()).length === 0) this.#consistent.push(stateOf(this.#before));
    cpSync(project.root, join(project.base, 'template'), { recursive: true });
    this.#faults.start(undefined);
    valueOf(await this.#scene.run(project));
    this.#calls = this.#faults.calls.length;
    this.#after = project.texts();
    expect(await project.check()).toEqual([]);
    this.#consistent.push(stateOf(this.#after));
  }

  dispose(): void {
    delete process.env['TMPDIR'];
    this.project.dispose();
  }

  /** Every call of the run, each in every way it can go wrong. */
  points(): Fault[] {
    return WAYS.flatMap((how) => Array.from({ length: this.#calls }, (_, at) => ({ at, how })));
  }

  /** One run with a fault in it, and what must hold after it. */
  async survive(fault: Fault): Promise<void> {
    this.#restore();
    this.#faults.start(fault);
    const ended = await this.#run();
    await this.#faults.settle();
    const where = `${fault.how} at call ${fault.at} (${this.#faults.calls[fault.at] ?? 'none'})`;
    const { written } = this.#faults;
    expect(
      written.filter((text) => this.#holdsSecret(text)),
      `${where}: written`,
    ).toEqual([]);
    this.#faults.start(undefined);
    expect(this.#filesWithSecrets(), `${where}: plaintext`).toEqual([]);
    this.#expectOldOrNew(where);
    if (ended === 'done') expect(stateOf(this.project.texts()), where).toBe(stateOf(this.#after));
    await this.#followUp(where);
  }

  /** What the check says of the state that is left, and what the next run makes of it; once for equal states. */
  async #followUp(where: string): Promise<void> {
    const state = stateOf(this.project.texts());
    const whole = JSON.stringify([state, this.#temporaries().length, this.#buryHolder()]);
    if (this.#followedUp.has(whole)) return;
    this.#followedUp.add(whole);
    const isConsistent = (await this.project.check()).length === 0;
    expect(isConsistent, `${where}: check`).toBe(this.#consistent.includes(state));
    expect(await this.#run(), `${where}: next run`).toBe('done');
    expect(this.project.texts(), `${where}: end`).toEqual(this.#after);
  }

  /** Puts back what differs from the template. */
  #restore(): void {
    const { root, base } = this.project;
    const present = this.project.texts();
    for (const path of Object.keys(present)) {
      if (!(path in this.#before)) rmSync(join(root, path));
    }
    for (const [path, text] of Object.entries(this.#before)) {
      if (present[path] === text) continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      // By rename: a descriptor that a dead run left open must not reach the new file.
      cpSync(join(base, 'template', path), join(base, 'restored'));
      renameSync(join(base, 'restored'), join(root, path));
    }
  }

  async #run(): Promise<'done' | 'failed' | 'died'> {
    try {
      return (await this.#scene.run(this.project)).ok ? 'done' : 'failed';
    } catch (error) {
      if (error instanceof Died) return 'died';
      throw new Error('a fault was thrown, not told as a finding', { cause: error });
    }
  }

  /** Files with a secret below the project, the home folder, and wherever temporary files may lie. */
  #filesWithSecrets(): string[] {
    const { base, root } = this.project;
    const folders = [root, join(base, 'home'), join(base, 'tmp'), '/dev/shm'];
    const own = folders.flatMap((folder) => filesBelow(folder, base));
    return own.filter((path) => this.#holdsSecret(contentOf(path)));
  }

  #holdsSecret(text: string): boolean {
    return this.#needles.some((needle) => text.includes(needle));
  }

  #expectOldOrNew(where: string): void {
    const texts = this.project.texts();
    for (const path of new Set([...Object.keys(this.#before), ...Object.keys(this.#after)])) {
      const versions = [this.#before[path], this.#after[path]];
      const intact = versions.includes(texts[path]) || (path === LOCK && this.#isPending());
      expect(intact, `${where}: ${path} is old or new`).toBe(true);
    }
    const known = { ...this.#before, ...this.#after };
    const strange = Object.keys(texts).filter((path) => !(path in known) && !isTemporary(path));
    expect(strange, where).toEqual([]);
  }

  /** The lock between the two: complete, with the old entries and the new paths as pending. */
  #isPending(): boolean {
    const [old, now] = [this.#before[LOCK] ?? 'gantry-lock 1\n', this.project.read(LOCK)].map(
      (text) => valueOf(parseLock(text, LOCK)),
    );
    if (old?.kind !== 'gantry' || now?.kind !== 'gantry') return false;
    expect(now.lock.entries).toEqual(old.lock.entries);
    return now.lock.pending.size > 0;
  }

  #temporaries(): string[] {
    return Object.keys(this.project.texts()).filter(isTemporary);
  }

  /** This process lives on; the one that died in it does not. Gives the names of what it held. */
  #buryHolder(): string[] {
    const state = join(this.project.base, 'home', '.local', 'state', 'gantry');
    if (!existsSync(state)) return [];
    const names = readdirSync(state, { recursive: true, encoding: 'utf8' });
    const locks = names.filter((name) => name.endsWith('lock'));
    for (const name of locks) {
      writeFileSync(join(state, name), JSON.stringify({ pid: process.pid, started: '1' }));
    }
    return locks;
  }
}

/** A project's files but for temporary ones, as a text to compare. */
function stateOf(texts: Texts): string {
  return JSON.stringify(Object.entries(texts).filter(([path]) => !isTemporary(path)));
}

function isTemporary(path: string): boolean {
  return TEMPORARY.test(basename(path));
}

/** A text as it may stand in a file: plainly, or within base64, whose letters depend on what stands before it. */
function spellings(text: string): string[] {
  const encoded = [0, 1, 2].map((shift) => {
    const whole = Buffer.from(`${' '.repeat(shift)}${text}`).toString('base64');
    return whole.slice(shift === 0 ? 0 : 4, 4 * Math.floor((shift + text.length) / 3));
  });
  return [text, ...encoded];
}

/** Below /dev/shm others work too: their files may be gone by now. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** Files below a folder; those of a scene itself only where they are asked for. */
function filesBelow(folder: string, scenes: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return [path];
    return entry.isDirectory() && path !== scenes && path !== dirname(scenes)
      ? filesBelow(path, scenes)
      : [];
  });
}
