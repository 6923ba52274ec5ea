import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../src/core/digest.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { Secret } from '../../src/core/secret.ts';
import { check } from '../../src/pipeline/check.ts';
import { auditSecrets } from '../../src/pipeline/secrets/audit.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { updateStoreKeys } from '../../src/pipeline/secrets/update-keys.ts';
import { person, valueOf, type Person } from '../sops/fixture.ts';
import { Project, secretObject } from '../support/project.ts';

const STORE = 'secrets/store.enc.yaml';
const UNUSED = 'secrets/unused.enc.yaml';
const OUTPUT = '.k8s/apps/web.enc.yaml';
const CANARY = 'hunter2-canary';
let ann: Person, bob: Person, eve: Person;
let project: Project;

beforeAll(async () => {
  [ann, bob, eve] = await Promise.all([person(), person(), person()]);
});

beforeEach(async () => {
  project = new Project(`${ann.identity}\n${bob.identity}\n${eve.identity}`);
  onTestFinished(() => {
    project.dispose();
  });
  rules(`age: ${ann.recipient}`);
  project.modules([
    {
      name: 'apps/web',
      encrypt: true,
      objects: [secretObject('web', { token: `ref+sops://${STORE}#token`, note: 'literal' })],
    },
  ]);
  await set(STORE, 'token');
  await set(STORE, 'other');
  await set(UNUSED, 'a');
  valueOf(await project.run());
});

const set = async (store: string, key: string): Promise<void> => {
  const request = { key, store, value: new Secret(CANARY) };
  valueOf(await setSecret(request, project.options()));
};

/** The rule of the stores; that of the tree stays. */
function rules(fields: string): void {
  const tree = `  - path_regex: ^\\.k8s/\n    encrypted_regex: ^(data|stringData)$\n    age: ${ann.recipient}\n`;
  project.write('.sops.yaml', `creation_rules:\n${tree}  - ${fields}\n`);
}

const WITHOUT_KEY = { environment: { HOME: '/nonexistent' } };
const errors = (found: readonly Diagnostic[]): string[] =>
  found.flatMap(({ code, severity, file }) =>
    severity === 'error' ? [`${code.replace(/^\w+/, '')} ${file ?? ''}`] : [],
  );

async function checked(): Promise<readonly Diagnostic[]> {
  const result = await check({ ...project.options(WITHOUT_KEY), decrypt: false });
  return result.ok ? result.value.diagnostics : result.diagnostics;
}

async function audited(): Promise<readonly Diagnostic[]> {
  const result = await auditSecrets(project.options(WITHOUT_KEY));
  return result.ok ? result.value.diagnostics : result.diagnostics;
}

const edit = (path: string, from: RegExp | string, to: string): void => {
  const before = project.read(path);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  project.write(path, after);
};

/** What somebody does who changes a written file and wants the check to pass. */
function forgeLock(path: string): void {
  edit('manifests.lock', /^written .*$/m, `written ${sha256(project.read(path))}`);
}

test('there is nothing to find in what was sealed here', async () => {
  expect([await checked(), await audited()].map(errors)).toEqual([[], []]);
});

describe('plaintext that is committed is an error without a key, and is not quoted', () => {
  test.each<[string, () => void, string]>([
    [
      'a value beside sealed ones',
      () => {
        edit(STORE, /^other: .*$/m, `other: ${CANARY}`);
      },
      `/plaintext ${STORE}`,
    ],
    [
      'a value that is used',
      () => {
        edit(STORE, /^token: .*$/m, `token: ${CANARY}`);
      },
      `/plaintext ${STORE}`,
    ],
    [
      'a number in a store that nobody uses',
      () => {
        edit(UNUSED, /^a: .*$/m, 'a: 4711');
      },
      `/plaintext ${UNUSED}`,
    ],
    [
      'a store that was decrypted in place',
      () => {
        project.write(UNUSED, `a: ${CANARY}\n`);
      },
      `/unencrypted ${UNUSED}`,
    ],
    [
      'a store that mentions sops further below',
      () => {
        project.write(UNUSED, `a: ${CANARY}\nb:\n  sops: {}\n`);
      },
      `/unencrypted ${UNUSED}`,
    ],
    [
      'a leaf of a written file, with a forged lock',
      () => {
        edit(OUTPUT, /note: .*/, `note: ${CANARY}`);
        forgeLock(OUTPUT);
      },
      `/plaintext ${OUTPUT}`,
    ],
    [
      'a leaf that the block no longer selects, with a forged lock',
      () => {
        edit(OUTPUT, /note: .*/, `note: ${CANARY}`);
        edit(OUTPUT, '^(data|stringData)$', '^data$');
        forgeLock(OUTPUT);
      },
      `/plaintext ${OUTPUT}`,
    ],
    [
      'a written file that no module makes',
      () => {
        project.write('.k8s/other.enc.yaml', `data: {a: ${CANARY}}\n`);
      },
      '/unencrypted .k8s/other.enc.yaml',
    ],
  ])('%s', async (_title, damage, expected) => {
    damage();
    for (const found of [await checked(), await audited()]) {
      expect(errors(found)).toContain(expected);
      expect(JSON.stringify(found)).not.toContain(CANARY);
      expect(JSON.stringify(found)).not.toContain('4711');
    }
  });

  test('in a file decrypted in place', async () => {
    project.write(OUTPUT, 'data: {a: x}\n');
    expect(errors(await audited())).toContain(`/unencrypted ${OUTPUT}`);
    expect(errors(await checked())).toContain(`/unencrypted ${OUTPUT}`);
  });
});

test('a comment in the clear is a warning, with its line, until something seals it', async () => {
  edit(UNUSED, /^/, `# was: ${CANARY}\n`);
  for (const found of [await checked(), await audited()]) {
    const [warning, ...more] = found.filter(({ code }) => code.endsWith('/comment'));
    expect([warning?.severity, warning?.message, more]).toEqual([
      'warning',
      expect.stringContaining('(line 1)'),
      [],
    ]);
    expect(JSON.stringify(found)).not.toContain(CANARY);
  }
  await set(UNUSED, 'b');
  expect(project.read(UNUSED)).not.toContain(CANARY);
  expect((await audited()).map(({ code }) => code)).toEqual([]);
});

test('a selection that differs from the rule is an error, in stores and in the tree', async () => {
  edit(OUTPUT, '^(data|stringData)$', '^(data|stringData|type)$');
  forgeLock(OUTPUT);
  edit(UNUSED, 'unencrypted_suffix: _unencrypted', 'unencrypted_suffix: _open');
  for (const found of [await checked(), await audited()]) {
    expect(errors(found)).toEqual(
      expect.arrayContaining([`/selection ${OUTPUT}`, `/selection ${UNUSED}`]),
    );
  }
});

test('files beside the tree that are none of these are left alone', async () => {
  project.write('.k8s/flux-system/sync.yaml', 'kind: X\ntext: |\n  sops: no block\n');
  project.write('.k8s/notes.yaml', 'spec: {decryption: {provider: sops}}\n');
  expect([await checked(), await audited()].map(errors)).toEqual([[], []]);
});

test('null and the empty text stand in the clear in a store and pass', async () => {
  edit(UNUSED, /^a: .*$/m, 'a: null\nb: ""\nc: {}\nd: []');
  expect([await checked(), await audited()].map(errors)).toEqual([[], []]);
});

describe('an audit finds every way in which a store differs from its rule; updatekeys mends it', () => {
  const group = (...people: readonly (() => Person)[]): string =>
    `{age: [${people.map((who) => who().recipient).join(', ')}]}`;
  const [a, b, c] = [() => ann, () => bob, () => eve];
  const groups = (threshold: number | undefined, ...members: readonly string[]): string =>
    `key_groups: [${members.join(', ')}]${threshold === undefined ? '' : `\n    shamir_threshold: ${threshold}`}`;
  const flat = (...people: readonly (() => Person)[]): string =>
    `age: ${people.map((who) => who().recipient).join(',')}`;

  test.each<[string, () => string, () => string, string[]]>([
    ['a recipient more', () => flat(a), () => flat(a, b), ['recipients']],
    ['a recipient less', () => flat(a, b), () => flat(a), ['recipients']],
    ['one for another', () => flat(a, b), () => flat(a, c), ['recipients']],
    [
      'one group becomes three of which two open it',
      () => flat(a, b, c),
      () => groups(2, group(a), group(b), group(c)),
      ['groups'],
    ],
    [
      'three groups become one',
      () => groups(2, group(a), group(b), group(c)),
      () => flat(a, b, c),
      ['groups'],
    ],
    [
      'a threshold more',
      () => groups(2, group(a), group(b), group(c)),
      () => groups(3, group(a), group(b), group(c)),
      ['threshold'],
    ],
    [
      'a threshold less',
      () => groups(undefined, group(a), group(b), group(c)),
      () => groups(2, group(a), group(b), group(c)),
      ['threshold'],
    ],
    [
      'other groups of the same people',
      () => groups(2, group(a, b), group(c)),
      () => groups(2, group(a), group(b, c)),
      ['groups'],
    ],
    [
      'somebody in two groups',
      () => groups(2, group(a), group(b)),
      () => groups(2, group(a), group(a, b)),
      ['groups'],
    ],
    [
      'another order of groups',
      () => groups(2, group(a, c), group(b)),
      () => groups(2, group(b), group(c, a)),
      [],
    ],
    [
      'a threshold that all groups have anyway',
      () => groups(undefined, group(a), group(b)),
      () => groups(2, group(a), group(b)),
      [],
    ],
    [
      'somebody more, and groups',
      () => flat(a, b),
      () => groups(2, group(a), group(b, c)),
      ['recipients', 'groups'],
    ],
    [
      'another selection and MAC',
      () => flat(a),
      () => `${flat(a)}\n    encrypted_regex: .\n    mac_only_encrypted: true`,
      ['selection', 'mac'],
    ],
  ])('%s', async (_title, before, after, kinds) => {
    rules(before());
    valueOf(await updateStoreKeys({ stores: [], dryRun: false }, project.options()));
    expect(await audited()).toEqual([]);
    rules(after());
    const codes = (await audited()).filter(({ file }) => file === STORE).map(({ code }) => code);
    expect(codes).toEqual(kinds.map((kind) => `audit/${kind}`));
    const request = { stores: [STORE], dryRun: true };
    const { stores } = valueOf(await updateStoreKeys(request, project.options()));
    expect(stores.map(({ changed }) => changed)).toEqual([kinds.length > 0]);
    valueOf(await updateStoreKeys({ stores: [], dryRun: false }, project.options()));
    expect(await audited()).toEqual([]);
  });

  test('who opens a file alone is told apart from who needs others', async () => {
    rules(groups(2, group(a, b), group(a, c)));
    valueOf(await updateStoreKeys({ stores: [STORE], dryRun: false }, project.options()));
    const { files } = valueOf(await auditSecrets(project.options()));
    expect(files.find(({ path }) => path === STORE)).toMatchObject({
      recipients: [ann.recipient],
      together: { recipients: [bob.recipient, eve.recipient], needed: 2 },
    });
  });
});
