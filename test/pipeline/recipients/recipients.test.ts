import { execFileSync } from 'node:child_process';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Settings } from '../../../src/bridge/project.ts';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import type { Json } from '../../../src/core/json.ts';
import { Secret } from '../../../src/core/secret.ts';
import { check } from '../../../src/pipeline/check.ts';
import { diff } from '../../../src/pipeline/diff/diff.ts';
import { setSecret } from '../../../src/pipeline/secrets/set.ts';
import { updateStoreKeys } from '../../../src/pipeline/secrets/update-keys.ts';
import { codesOf, person, valueOf, type Person } from '../../sops/fixture.ts';
import { has } from '../../support/programs.ts';
import { Project, secretObject } from '../../support/project.ts';

const STORE = 'secrets/store.enc.yaml';
const OUTPUT = '.k8s/apps/web.enc.yaml';
let ann: Person, bob: Person, eve: Person;
let project: Project;

beforeAll(async () => {
  [ann, bob, eve] = await Promise.all([person(), person(), person()]);
});

beforeEach(async () => {
  project = new Project(`${ann.identity}\n${bob.identity}`);
  onTestFinished(() => {
    project.dispose();
  });
  modules();
  rules({ tree: [ann], stores: [ann] });
  const request = { key: 'token', value: new Secret('v') };
  valueOf(await setSecret(request, project.options()));
  valueOf(await project.run());
});

function modules(settings: Partial<Settings['rules']> = {}, annotations: Json = {}): void {
  const object = secretObject('web', { token: `ref+sops://${STORE}#token` }) as { metadata: Json };
  object.metadata = { ...(object.metadata as object), annotations };
  project.modules([{ name: 'apps/web', encrypt: true, objects: [object] }], {
    rules: settings as Settings['rules'],
  });
}

type Access = readonly Person[] | string;

function rules({ tree, stores }: { tree: Access; stores: Access }): void {
  const fields = (access: Access): string =>
    typeof access === 'string'
      ? access
      : `age: "${access.map(({ recipient }) => recipient).join(',')}"`;
  project.write(
    '.sops.yaml',
    `creation_rules:
  - {path_regex: ^\\.k8s/, encrypted_regex: ^(data|stringData)$, ${fields(tree)}}
  - {${fields(stores)}}
`,
  );
}

const updateStores = async (): Promise<unknown> =>
  valueOf(await updateStoreKeys({ stores: [], dryRun: false }, project.options()));

async function checked(environment = {}): Promise<readonly Diagnostic[]> {
  const options = project.options({ environment: { HOME: '/nonexistent', ...environment } });
  const result = await check({ ...options, decrypt: false });
  return result.ok ? result.value.diagnostics : result.diagnostics;
}

const newOnes = (found: readonly Diagnostic[]): string[] =>
  found
    .filter(({ code }) => code === 'recipient/new')
    .map(({ message }) => message.split(' ')[0] ?? '');

describe('a recipient that nothing is encrypted for', () => {
  test('is named as new by check, with other advice than to encrypt for it', async () => {
    rules({ tree: [ann, eve], stores: [ann] });
    const found = await checked();
    expect(newOnes(found)).toEqual([eve.recipient]);
    const advice = found.filter(({ code }) => code.startsWith('check/')).map(({ help }) => help);
    expect(advice.length).toBeGreaterThan(0);
    expect(advice.join()).not.toContain('gantry manifests');
    expect(JSON.stringify(found)).not.toContain('cannot open it');
  });

  test('is named as new by the run that encrypts for it, and not by the next', async () => {
    rules({ tree: [ann, eve], stores: [ann] });
    expect(newOnes(valueOf(await project.run()).diagnostics)).toEqual([eve.recipient]);
    expect(newOnes(valueOf(await project.run()).diagnostics)).toEqual([]);
    expect(newOnes(await checked())).toEqual([]);
  });

  test('is named in the rule of a store too', async () => {
    rules({ tree: [ann], stores: [ann, eve] });
    expect(newOnes(await checked())).toEqual([eve.recipient]);
  });

  test('is none when another file is encrypted for it', async () => {
    rules({ tree: [ann], stores: [ann, bob] });
    await updateStores();
    rules({ tree: [ann, bob], stores: [ann, bob] });
    expect(newOnes(await checked())).toEqual([]);
    expect(newOnes(valueOf(await project.run()).diagnostics)).toEqual([]);
  });

  test('stops a run where the settings say so, before anything is written', async () => {
    rules({ tree: [ann, eve], stores: [ann] });
    modules({ 'recipient/new': 'error' });
    const before = project.read(OUTPUT);
    expect(codesOf(await project.run())).toContain('recipient/new');
    expect(project.read(OUTPUT)).toBe(before);
  });

  test('is nobody where nothing was encrypted before', async () => {
    const fresh = new Project(ann.identity);
    onTestFinished(() => {
      fresh.dispose();
    });
    fresh.write(
      '.sops.yaml',
      `creation_rules: [{encrypted_regex: ^stringData$, age: ${ann.recipient}}]\n`,
    );
    fresh.modules([{ name: 'a', encrypt: true, objects: [secretObject('a', { b: 'c' })] }]);
    expect(newOnes(valueOf(await fresh.run()).diagnostics)).toEqual([]);
  });
});

describe.skipIf(!has('git'))('where git is at hand', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: project.root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-qm', 'state');
  };

  beforeEach(() => {
    git('init', '-q', '-b', 'main');
    commit();
  });

  test('a recipient is new until it is committed, though all files are encrypted for it', async () => {
    rules({ tree: [ann, eve], stores: [ann, eve] });
    await updateStores();
    expect(newOnes(valueOf(await project.run()).diagnostics)).toEqual([eve.recipient]);
    expect(newOnes(await checked())).toEqual([eve.recipient]);
    commit();
    expect(newOnes(await checked())).toEqual([]);
  });

  test('a pull request is compared with its base, and diff with what it is given', async () => {
    rules({ tree: [ann, eve], stores: [ann, eve] });
    await updateStores();
    valueOf(await project.run());
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    commit();
    expect(newOnes(await checked({ GITHUB_BASE_REF: 'main' }))).toEqual([eve.recipient]);
    const base = git('rev-parse', 'origin/main').trim();
    expect(newOnes(await checked({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base }))).toEqual([
      eve.recipient,
    ]);
    expect(newOnes(await checked({ GITHUB_BASE_REF: 'not-fetched' }))).toEqual([]);
    const against = async (revision: string): Promise<readonly Diagnostic[]> =>
      valueOf(await diff({ ...project.options(), against: revision })).diagnostics;
    expect(newOnes(await against('HEAD'))).toEqual([]);
    expect(newOnes(await against('origin/main'))).toEqual([eve.recipient]);
  });

  test('somebody in a file alone, whom no rule names, is new too', async () => {
    rules({ tree: [ann, eve], stores: [ann] });
    valueOf(await project.run());
    rules({ tree: [ann], stores: [ann] });
    expect(newOnes(await checked())).toEqual([eve.recipient]);
  });
});

describe('a file for more people than the store that its values come from', () => {
  const wider = (found: readonly Diagnostic[]): string[] =>
    found.filter(({ code }) => code === 'recipient/wider').map(({ message }) => message);
  const groups = (needed: number, ...people: readonly Person[]): string =>
    `key_groups: [${people.map(({ recipient }) => `{age: [${recipient}]}`).join(', ')}], shamir_threshold: ${needed}`;

  test.each<[string, () => { tree: Access; stores: Access }, () => Person[]]>([
    ['for one more', () => ({ tree: [ann, bob], stores: [ann] }), () => [bob]],
    ['for others', () => ({ tree: [bob, eve], stores: [ann] }), () => [bob, eve]],
    ['for fewer', () => ({ tree: [ann], stores: [ann, bob] }), () => []],
    ['for the same', () => ({ tree: [bob, ann], stores: [ann, bob] }), () => []],
    [
      'for each of those whom the store takes together',
      () => ({ tree: [ann, bob], stores: groups(2, ann, bob) }),
      () => [ann, bob],
    ],
    [
      'for the same groups',
      () => ({ tree: groups(2, ann, bob), stores: groups(2, ann, bob) }),
      () => [],
    ],
  ])('%s', async (_title, access, expected) => {
    rules(access());
    await updateStores();
    const run = valueOf(await project.run());
    for (const found of [run.diagnostics, await checked()]) {
      const [message = '', ...more] = wider(found);
      expect(more).toEqual([]);
      const named = [ann, bob, eve].filter(({ recipient }) => message.includes(recipient));
      expect(new Set(named)).toEqual(new Set(expected()));
    }
  });

  test('is an error by setting, and right where the object says why', async () => {
    rules({ tree: [ann, bob], stores: [ann] });
    modules({ 'recipient/wider': 'error' });
    const before = project.read(OUTPUT);
    expect(codesOf(await project.run())).toContain('recipient/wider');
    expect(project.read(OUTPUT)).toBe(before);
    modules(
      { 'recipient/wider': 'error' },
      { 'gantry.dev/ignore': 'recipient/wider: the cluster reads it' },
    );
    expect((await project.run()).ok).toBe(true);
  });
});
