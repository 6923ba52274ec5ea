import { randomBytes } from 'node:crypto';
import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import type { Result } from '../../src/core/result.ts';
import { removeSecret } from '../../src/pipeline/secrets/remove.ts';
import { rotateStores } from '../../src/pipeline/secrets/rotate.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { updateStoreKeys } from '../../src/pipeline/secrets/update-keys.ts';
import type * as cipher from '../../src/sops/cipher.ts';
import { plainView, sealView } from '../../src/sops/edit-view.ts';
import type * as mac from '../../src/sops/mac.ts';
import type * as edit from '../../src/yaml/edit.ts';
import type * as print from '../../src/yaml/print.ts';
import { identitiesOf, open, person, valueOf, type Person } from '../sops/fixture.ts';
import { Project, secretObject } from '../support/project.ts';

/*
 * Bugs put into the modules that seal a file: whichever it is, the file is read back and compared before it is
 * written, so the run ends and the tree is as it was.
 */
type Bug = 'clear' | 'path' | 'value' | 'key' | 'mac' | 'lost';
const bug = vi.hoisted(() => ({ current: undefined as Bug | undefined }));

vi.mock('../../src/sops/cipher.ts', async (importOriginal) => {
  const original = await importOriginal<typeof cipher>();
  const wrong: Partial<Record<Bug, typeof original.encrypt>> = {
    clear: (_key, { bytes }) => bytes.toString(),
    path: (key, plaintext, additional) => original.encrypt(key, plaintext, `x${additional}`),
    value: (key, plaintext, additional) =>
      original.encrypt(key, { ...plaintext, bytes: Buffer.from('other') }, additional),
    key: (_key, ...rest) => original.encrypt(randomBytes(32), ...rest),
  };
  // Values alone: the additional data of a MAC is a time, not a path.
  const encrypt: typeof original.encrypt = (key, plaintext, additional) => {
    const sealing = additional.endsWith(':') && bug.current ? wrong[bug.current] : undefined;
    return (sealing ?? original.encrypt)(key, plaintext, additional);
  };
  return { ...original, encrypt };
});

vi.mock('../../src/sops/mac.ts', async (importOriginal) => {
  const original = await importOriginal<typeof mac>();
  const sealMac: typeof mac.sealMac = (key, digest, time) =>
    original.sealMac(key, bug.current === 'mac' ? digest.replace(/^./, '?') : digest, time);
  return { ...original, sealMac };
});

/** A value gets lost on its way into the text. */
const lossy = (text: string): string =>
  bug.current === 'lost' ? text.replace(/^ *note: ENC.*\n/m, '') : text;

vi.mock('../../src/yaml/edit.ts', async (importOriginal) => {
  const original = await importOriginal<typeof edit>();
  const { applyEdits } = original;
  return {
    ...original,
    applyEdits: (text: string, edits: edit.Edit[]) => lossy(applyEdits(text, edits)),
  };
});

vi.mock('../../src/yaml/print.ts', async (importOriginal) => {
  const original = await importOriginal<typeof print>();
  const printDocument: typeof print.printDocument = (...args) =>
    lossy(original.printDocument(...args));
  return { ...original, printDocument };
});

const STORE = 'secrets/store.enc.yaml';
let ann: Person;
let bob: Person;
let project: Project;

beforeAll(async () => {
  [ann, bob] = [await person(), await person()];
});

beforeEach(async () => {
  project = new Project(ann.identity);
  onTestFinished(() => {
    project.dispose();
  });
  recipients(ann, bob);
  moduleWith('first');
  for (const key of ['note', 'token', 'third']) await set(key, `${key}-1`);
});

afterEach(() => {
  bug.current = undefined;
});

function recipients(...people: readonly Person[]): void {
  const age = people.map(({ recipient }) => recipient).join(',');
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ^(data|stringData)$\n    age: ${age}\n  - age: ${age}\n`,
  );
}

function moduleWith(version: string): void {
  const stringData = { note: 'literal', token: `ref+sops://${STORE}#token`, version };
  project.modules([
    { name: 'apps/web', encrypt: true, objects: [secretObject('web', stringData)] },
  ]);
}

const set = async (key: string, value: string): Promise<Result<unknown>> =>
  setSecret({ key, value: new Secret(value) }, project.options());

/** What writes, and what has to be so before it. */
const WRITERS: Readonly<Record<string, () => Promise<() => Promise<Result<unknown>>>>> = {
  'a first run': () => Promise.resolve(() => project.run()),
  'a run over a tree': async () => {
    valueOf(await project.run());
    moduleWith('second');
    return () => project.run();
  },
  'secrets set': () => Promise.resolve(() => set('token', 'token-2')),
  'secrets rm': () => Promise.resolve(() => removeSecret({ key: 'third' }, project.options())),
  'secrets rotate': () => Promise.resolve(() => rotateStores([], project.options())),
  'secrets updatekeys': () => {
    recipients(ann);
    const request = { stores: [], dryRun: false };
    return Promise.resolve(() => updateStoreKeys(request, project.options()));
  },
  'secrets edit': async () => {
    const opened = await open(project.read(STORE), await identitiesOf(ann));
    const view = String(Secret.reveal(valueOf(plainView(opened))));
    const edited = new Secret(view.replace('token-1', 'token-2'));
    const seal = (): Result<unknown> => sealView(opened, edited, project.now);
    return () => Promise.resolve().then(seal);
  },
};

const BUGS: Readonly<Record<Bug, string>> = {
  clear: 'a value stays clear',
  path: 'a value is bound to another path',
  value: 'another value is sealed',
  key: 'another key seals it',
  mac: 'the MAC is another',
  lost: 'a value gets lost',
};

describe.each(Object.entries(WRITERS))('%s', (name, prepare) => {
  test.each(Object.entries(BUGS) as [Bug, string][])(
    'writes nothing when (%s) %s',
    async (kind) => {
      // What rm leaves it need not seal.
      const isHarmless = name === 'secrets rm' && !['mac', 'lost'].includes(kind);
      const write = await prepare();
      const before = project.texts();
      bug.current = kind;
      const ended = await write().catch((error: unknown) => error as Error);
      const isStopped = ended instanceof Error || !ended.ok;
      expect(isStopped).toBe(!isHarmless);
      if (isStopped) expect(project.texts()).toEqual(before);
    },
  );

  test('writes without a bug', async () => {
    const write = await prepare();
    expect((await write()).ok).toBe(true);
  });
});
