import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import type * as secrets from '../../src/core/secret.ts';
import type * as writing from '../../src/fs/write.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import type * as keys from '../../src/sops/data-key.ts';
import { person, valueOf } from '../sops/fixture.ts';
import { Project, secretObject } from '../support/project.ts';

/*
 * What a run still holds of plaintext when it begins to write: garbage is collected at the first file that is staged,
 * and every Secret and every data key of the run is looked for.
 */

const watched = vi.hoisted(() => ({
  secrets: [] as WeakRef<object>[],
  dataKeys: [] as Buffer[],
  atWriting: undefined as { secrets: number; openKeys: number } | undefined,
}));

vi.mock('../../src/core/secret.ts', async (importOriginal) => {
  const original = await importOriginal<typeof secrets>();
  class Watched extends original.Secret {
    constructor(...args: ConstructorParameters<typeof original.Secret>) {
      super(...args);
      watched.secrets.push(new WeakRef(this));
    }
  }
  return { ...original, Secret: Watched };
});

vi.mock('../../src/sops/data-key.ts', async (importOriginal) => {
  const original = await importOriginal<typeof keys>();
  const watch = (key: Buffer): Buffer => {
    watched.dataKeys.push(key);
    return key;
  };
  return {
    ...original,
    newDataKey: () => watch(original.newDataKey()),
    openDataKey: async (...args: Parameters<typeof original.openDataKey>) => {
      const key = await original.openDataKey(...args);
      if (key.ok) watch(key.value);
      return key;
    },
  };
});

vi.mock('../../src/fs/write.ts', async (importOriginal) => {
  const original = await importOriginal<typeof writing>();
  return {
    ...original,
    stageFiles: async (...args: Parameters<typeof original.stageFiles>) => {
      watched.atWriting ??= await lookAround();
      return original.stageFiles(...args);
    },
  };
});

async function lookAround(): Promise<{ secrets: number; openKeys: number }> {
  // What was reached in the present turn of the event loop is kept until its end.
  await new Promise((resolve) => setImmediate(resolve));
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const secrets = watched.secrets.filter((reference) => reference.deref() !== undefined).length;
  const openKeys = watched.dataKeys.filter((key) => key.some((byte) => byte !== 0)).length;
  return { secrets, openKeys };
}

let project: Project;

const FILES = ['a', 'b', 'c'];

beforeEach(async () => {
  const ann = await person();
  project = new Project(ann.identity);
  onTestFinished(() => {
    project.dispose();
  });
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ^(data|stringData)$\n    age: ${ann.recipient}\n  - age: ${ann.recipient}\n`,
  );
  project.modules([]);
  await set('one');
  project.modules(
    FILES.map((name) => ({
      name,
      encrypt: true,
      objects: [
        secretObject(name, { value: 'ref+sops://secrets/store.enc.yaml#token', literal: name }),
      ],
    })),
  );
});

async function set(value: string): Promise<void> {
  valueOf(await setSecret({ key: 'token', value: new Secret(value) }, project.options()));
}

/** What is left of the run's secrets when it begins to write, and how many there were. */
async function watchRun() {
  Object.assign(watched, { secrets: [], dataKeys: [], atWriting: undefined });
  valueOf(await project.run());
  return {
    left: watched.atWriting,
    some: watched.secrets.length > 0,
    keys: watched.dataKeys.length,
  };
}

test('a first run holds no secret and no data key any more when it begins to write', async () => {
  // One key for each file, one for the store.
  expect(await watchRun()).toEqual({ left: { secrets: 0, openKeys: 0 }, some: true, keys: 4 });
});

test('nor does a run that opened the previous versions of its files', async () => {
  await watchRun();
  await set('two');
  expect(await watchRun()).toEqual({ left: { secrets: 0, openKeys: 0 }, some: true, keys: 4 });
});
