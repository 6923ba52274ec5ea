import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { auditSecrets } from '../../src/pipeline/secrets/audit.ts';
import { getSecret } from '../../src/pipeline/secrets/get.ts';
import { removeSecret } from '../../src/pipeline/secrets/remove.ts';
import { rotateStores } from '../../src/pipeline/secrets/rotate.ts';
import { newStore, setSecret } from '../../src/pipeline/secrets/set.ts';
import { updateStoreKeys } from '../../src/pipeline/secrets/update-keys.ts';
import { codesOf, person, valueOf, type Person } from '../sops/fixture.ts';
import { Project, secretObject } from '../support/project.ts';

const STORE = 'secrets/store.enc.yaml';
const OUTPUT = '.k8s/apps/web.enc.yaml';
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
  rules([ann, bob]);
  project.modules([
    {
      name: 'apps/web',
      encrypt: true,
      objects: [secretObject('web', { token: `ref+sops://${STORE}#api/token`, note: 'literal' })],
    },
  ]);
  await set('api/token', 'first');
});

function rules(people: readonly Person[], treeRegex = '^(data|stringData)$'): void {
  const age = people.map(({ recipient }) => recipient).join(',');
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ${treeRegex}\n    age: ${age}\n  - age: ${age}\n`,
  );
}

const set = async (key: string, value: string): Promise<void> => {
  valueOf(await setSecret({ key, value: new Secret(value) }, project.options()));
};
const get = async (key: string): Promise<string> =>
  valueOf(await getSecret({ key }, project.options())).value;
const later = (): void => {
  project.now = new Date('2026-03-04T05:06:07Z');
};

/** Paths whose text differs. */
function changedFiles(before: Record<string, string>): string[] {
  const after = project.texts();
  return Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);
}

describe('single values', () => {
  test.each([
    ['hex:32', /^[0-9a-f]{64}$/],
    ['base64:32', /^[A-Za-z0-9+/]{43}=$/],
    ['password:24', /^[\w-]{24}$/],
    ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/],
    ['age', /^AGE-SECRET-KEY-1/],
  ])('are generated as %s', async (generate, shape) => {
    const request = { key: 'fresh', value: { generate } };
    const { recipient } = valueOf(await setSecret(request, project.options()));
    expect(await get('fresh')).toMatch(shape);
    expect(recipient !== undefined).toBe(generate === 'age');
  });

  test.each(['hex', 'hex:4', 'hex:9999', 'words:3', 'hex:-1'])(
    'are not generated as %s',
    async (generate) => {
      const request = { key: 'fresh', value: { generate } };
      expect(codesOf(await setSecret(request, project.options()))).toEqual(['use/generate']);
    },
  );

  test('are shown one at a time, with near misses', async () => {
    expect(await get('api/token')).toBe('first');
    const missing = await getSecret({ key: 'api/tokn' }, project.options());
    expect(JSON.stringify(missing)).toContain('did you mean');
    expect(codesOf(await getSecret({ key: 'api' }, project.options()))).toEqual([
      'secrets/no-scalar',
    ]);
  });

  test('have the names that placeholders give them, with or without the leading slash', async () => {
    await set('/api/other', 'second');
    expect([await get('api/other'), await get('/api/other')]).toEqual(['second', 'second']);
    valueOf(await removeSecret({ key: '/api/other' }, project.options()));
    expect(codesOf(await getSecret({ key: 'api/other' }, project.options()))).toEqual([
      'secrets/missing-key',
    ]);
  });

  test('are removed', async () => {
    await set('other', 'x');
    valueOf(await removeSecret({ key: 'api' }, project.options()));
    expect(codesOf(await getSecret({ key: 'api/token' }, project.options()))).toEqual([
      'secrets/missing-key',
    ]);
    expect(await get('other')).toBe('x');
  });

  test('live in a store that can be made empty first, once', async () => {
    expect(valueOf(await newStore('secrets/two.enc.yaml', project.options()))).toBe(
      'secrets/two.enc.yaml',
    );
    expect(codesOf(await newStore('secrets/two.enc.yaml', project.options()))).toEqual([
      'use/store-exists',
    ]);
    const request = { key: 'a', value: new Secret('b'), store: 'secrets/two.enc.yaml' };
    valueOf(await setSecret(request, project.options()));
  });
});

describe('what a change of keys touches', () => {
  beforeEach(async () => {
    valueOf(await project.run());
    later();
  });

  test('a rotated store: itself and the lock file', async () => {
    const before = project.texts();
    valueOf(await rotateStores([], project.options()));
    expect(changedFiles(before)).toEqual([STORE]);
    valueOf(await project.run());
    expect(changedFiles(before)).toEqual(['manifests.lock', STORE]);
    expect(await project.check()).toEqual([]);
  });

  test('a recipient more: entries of the sops block, in store and tree', async () => {
    const before = project.texts();
    const eve = await person();
    rules([ann, bob, eve]);
    valueOf(await updateStoreKeys({ stores: [], dryRun: false }, project.options()));
    valueOf(await project.run());
    for (const path of [STORE, OUTPUT]) {
      const kept = new Set(project.read(path).split('\n'));
      expect((before[path] ?? '').split('\n').filter((line) => !kept.has(line))).toEqual([]);
      expect(project.read(path)).toContain(eve.recipient);
    }
    expect(await project.check()).toEqual([]);
  });

  test('a recipient less: everything, and the notes name the values that stay in the history', async () => {
    const before = project.texts();
    rules([ann]);
    const dry = valueOf(await updateStoreKeys({ stores: [], dryRun: true }, project.options()));
    expect(dry.stores).toEqual([
      { store: STORE, changed: true, added: [], removed: [bob.recipient] },
    ]);
    expect(changedFiles(before)).toEqual(['.sops.yaml']);
    const report = valueOf(await updateStoreKeys({ stores: [], dryRun: false }, project.options()));
    expect(report.diagnostics.map(({ help }) => help)).toEqual([
      expect.stringContaining('(api/token)'),
    ]);
    const run = valueOf(await project.run());
    const warnings = run.diagnostics.filter(({ severity }) => severity !== 'info');
    expect(warnings.map(({ code, help }) => [code, help])).toEqual([
      ['secrets/recipient-removed', expect.stringContaining('(stringData/note, stringData/token)')],
    ]);
    const old = (before[OUTPUT] ?? '').match(/ENC\[[^\]]*\]/g) ?? [];
    expect(old.filter((sealed) => project.read(OUTPUT).includes(sealed))).toEqual([]);
  });

  test('another selection: encrypted anew by it', async () => {
    rules([ann, bob], '^(stringData|type)$');
    const run = valueOf(await project.run());
    expect(run.changes.map(({ action }) => action)).toEqual(['updated']);
    expect(project.read(OUTPUT)).toContain('encrypted_regex: ^(stringData|type)$');
    expect(await project.check()).toEqual([]);
  });
});

describe('an audit', () => {
  test('needs no key and tells who can open what', async () => {
    valueOf(await project.run());
    const options = project.options({ environment: { HOME: '/nonexistent' } });
    const { files, diagnostics } = valueOf(await auditSecrets(options));
    const recipients = [ann.recipient, bob.recipient];
    expect(files).toEqual([
      { path: OUTPUT, recipients },
      { path: STORE, recipients },
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('finds recipients and selections that differ from the rules', async () => {
    valueOf(await project.run());
    rules([ann], '^stringData$');
    const { diagnostics } = valueOf(await auditSecrets(project.options()));
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['audit/recipients', OUTPUT],
      ['audit/selection', OUTPUT],
      ['audit/recipients', STORE],
    ]);
  });
});

describe('nothing is written', () => {
  const cases: readonly [string, (text: string) => string, string][] = [
    [
      'a store whose MAC does not hold',
      (text) => text.replace(/mac: .*/, (mac) => mac.replace(/data:./, 'data:x')),
      'secrets/bad-mac',
    ],
    ['a store cut short', (text) => text.slice(0, text.length / 2), ''],
    [
      'a clear value where the rule wants ciphertext',
      (text) => text.replace(/token: ENC.*/, 'token: clear'),
      'secrets/tampered',
    ],
  ];

  test.each(cases)('from %s, by any command', async (_title, damage, code) => {
    project.write(STORE, damage(project.read(STORE)));
    const before = project.texts();
    const options = project.options();
    const results = [
      await project.run(),
      await setSecret({ key: 'x', value: new Secret('y') }, options),
      await removeSecret({ key: 'api/token' }, options),
      await rotateStores([], options),
      await updateStoreKeys({ stores: [], dryRun: false }, options),
    ];
    expect(results.map(({ ok }) => ok)).toEqual([false, false, false, false, false]);
    if (code !== '') expect(results.flatMap(codesOf)).toContain(code);
    expect(changedFiles(before)).toEqual([]);
  });

  test('to a new store that sops would take for another format', async () => {
    const before = project.texts();
    for (const store of ['secrets/new.json', 'secrets/new.env', 'secrets/new.ini', 'new']) {
      const request = { key: 'a', value: new Secret('b'), store };
      expect(codesOf(await setSecret(request, project.options()))).toEqual(['secrets/path']);
      expect(codesOf(await newStore(store, project.options()))).toEqual(['secrets/path']);
    }
    expect(project.texts()).toEqual(before);
  });

  test('beside the store, however its path is written', async () => {
    for (const store of [join(project.root, STORE), `./secrets/../${STORE}`]) {
      const request = { key: 'api/token', value: new Secret(store), store };
      expect(valueOf(await setSecret(request, project.options()))).toEqual({ store: STORE });
      expect(await get('api/token')).toBe(store);
      expect(valueOf(await rotateStores([store], project.options()))).toEqual([STORE]);
    }
    expect(codesOf(await newStore('/elsewhere/x.yaml', project.options()))).toEqual([
      'write/outside',
    ]);
  });

  test('through a store path that leads outside', async () => {
    mkdirSync(join(project.base, 'elsewhere'));
    symlinkSync(join(project.base, 'elsewhere'), join(project.root, 'linked'));
    const request = { key: 'a', value: new Secret('b') };
    for (const store of ['linked/x.enc.yaml', '../elsewhere/x.enc.yaml']) {
      const refused = await setSecret({ ...request, store }, project.options());
      expect(codesOf(refused)).toEqual(['write/outside']);
    }
    expect(existsSync(join(project.base, 'elsewhere', 'x.enc.yaml'))).toBe(false);
  });
});

test('two runs at once both end well, one after the other', async () => {
  const ended = await Promise.all([project.run(), project.run()]);
  expect(ended.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await project.check()).toEqual([]);
  expect(readFileSync(join(project.root, OUTPUT), 'utf8')).not.toContain('first');
});
