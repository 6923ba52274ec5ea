import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { check } from '../../src/pipeline/check.ts';
import { listSecrets } from '../../src/pipeline/secrets/list.ts';
import { removeSecret } from '../../src/pipeline/secrets/remove.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { otherReader, otherReaderBelow } from '../../src/pipeline/secrets/used-elsewhere.ts';
import { codesOf, person, valueOf } from '../sops/fixture.ts';
import { Project, secretObject } from '../support/project.ts';

const STORE = 'secrets/store.enc.yaml';

test.each<[Record<string, string>, string, boolean, boolean]>([
  [{}, 'a', false, false],
  [{ [STORE]: 'hosts' }, 'a/b', true, true],
  [{ 'secrets/*.enc.yaml': 'hosts' }, 'a', true, true],
  [{ 'secrets/other.enc.yaml': 'hosts' }, 'a', false, false],
  [{ [`${STORE}#a`]: 'hosts' }, 'a', true, true],
  [{ [`${STORE}#/a`]: 'hosts' }, 'a', true, true],
  [{ [`${STORE}#a`]: 'hosts' }, 'a/b', true, true],
  [{ [`${STORE}#a`]: 'hosts' }, 'ab', false, false],
  [{ [`${STORE}#a/b`]: 'hosts' }, 'a', false, true],
  [{ [`${STORE}#a/*`]: 'hosts' }, 'a/c', true, true],
])('%j: %s is read elsewhere: %s, it or what is below: %s', (settings, key, reads, below) => {
  expect(otherReader(settings, { store: STORE, key }) !== undefined).toBe(reads);
  expect(otherReaderBelow(settings, { store: STORE, key }) !== undefined).toBe(below);
});

describe('a project whose stores others read too', () => {
  let project: Project;

  beforeEach(async () => {
    const ann = await person();
    project = new Project(ann.identity);
    onTestFinished(() => {
      project.dispose();
    });
    project.write(
      '.sops.yaml',
      `creation_rules:\n  - age: ${ann.recipient}\n    path_regex: (secrets|hosts|\\.k8s)/\n    encrypted_regex: ^(data|stringData|token|wifi|old|key)$\n`,
    );
    const objects = [secretObject('web', { token: `ref+sops://${STORE}#token` })];
    const usedElsewhere = { [`${STORE}#wifi`]: 'the router' };
    project.modules([{ name: 'apps/web', encrypt: true, objects }], { usedElsewhere });
    for (const key of ['token', 'wifi', 'old']) await set(STORE, key);
    await set('hosts/nas.yaml', 'key');
    valueOf(await project.run());
  });

  const set = async (store: string, key: string): Promise<void> => {
    const request = { key, store, value: new Secret('v') };
    valueOf(await setSecret(request, project.options()));
  };

  test('only what nobody is known to read is unused', async () => {
    const { diagnostics } = valueOf(await check({ ...project.options(), decrypt: false }));
    const [unused, ...more] = diagnostics.filter(({ code }) => code === 'secrets/unused-key');
    expect([unused?.message, more]).toEqual([expect.stringContaining('names old of'), []]);
  });

  test('every store that a creation rule matches is listed, with who reads it', async () => {
    project.write('hosts/clear.yaml', 'key: v\n');
    project.write('node_modules/x/secrets/a.yaml', project.read('hosts/nas.yaml'));
    const { keys } = valueOf(await listSecrets(project.options()));
    expect(
      keys.map(({ store, key, usedBy, usedElsewhere }) => [
        `${store}#${key}`,
        ...usedBy,
        usedElsewhere ?? '',
      ]),
    ).toEqual([
      ['hosts/nas.yaml#key', ''],
      [`${STORE}#token`, 'apps/web.nix', ''],
      [`${STORE}#wifi`, 'the router'],
      [`${STORE}#old`, ''],
    ]);
  });

  test('what others read goes by force alone', async () => {
    const before = project.read(STORE);
    expect(codesOf(await removeSecret({ key: 'wifi' }, project.options()))).toEqual([
      'use/used-elsewhere',
    ]);
    expect(project.read(STORE)).toBe(before);
    valueOf(await removeSecret({ key: 'wifi', force: true }, project.options()));
    valueOf(await removeSecret({ key: 'old' }, project.options()));
    expect(project.read(STORE)).not.toMatch(/^(?:wifi|old):/m);
  });
});
