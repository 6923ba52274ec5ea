import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../src/core/json.ts';
import { Secret } from '../../src/core/secret.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { person, valueOf, type Person } from '../sops/fixture.ts';
import { has } from '../support/programs.ts';
import { Project, REPOSITORY } from '../support/project.ts';

const CLI = join(REPOSITORY, 'dist', 'cli.js');
const STORE = 'secrets/store.enc.yaml';
const OUTPUT = '.k8s/apps/web.enc.yaml';
/** Every secret of these tests begins so: values, and what stands in for keys and variables. */
const CANARY = 'Canary-of-the-quay';
const ENCODED = Buffer.from(CANARY).toString('base64').slice(0, 20);
const TOKEN = `ref+sops://${STORE}#token`;
let ann: Person;
let project: Project;
let before: Record<string, string>;

beforeAll(async () => {
  ann = await person();
  project = new Project(ann.identity);
  const rule = `encrypted_regex: ^(data|stringData)$\n    age: ${ann.recipient}`;
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    ${rule}\n  - age: ${ann.recipient}\n`,
  );
  moduleWith({ stringData: { token: TOKEN } });
  const value = new Secret(`${CANARY}, in two lines:\nthe second is "quoted`);
  valueOf(await setSecret({ key: 'token', value }, project.options()));
  valueOf(await project.run());
  project.write('note.txt', `${CANARY}: a file that a placeholder names\n`);
  before = project.texts();
});

afterAll(() => {
  project.dispose();
});

beforeEach(() => {
  for (const [path, text] of Object.entries(before)) project.write(path, text);
});

/** The one module, whose Secret has these members. */
function moduleWith(members: Record<string, unknown>): void {
  const metadata = { name: 'web', namespace: 'apps' };
  const objects = [{ apiVersion: 'v1', kind: 'Secret', metadata, ...members }] as Json[];
  project.modules([{ name: 'apps/web', encrypt: true, objects }]);
}

interface Failing {
  readonly title: string;
  readonly given: () => void;
  readonly args: readonly string[];
  readonly says: string;
  readonly env?: Record<string, string>;
  readonly input?: string;
}

const damage = (path: string, from: RegExp, to: string) => (): void => {
  project.write(path, project.read(path).replace(from, to));
};

const FAILING: readonly Failing[] = [
  {
    title: 'a value that is not base64 in data',
    given: () => {
      moduleWith({ data: { token: TOKEN } });
    },
    args: ['manifests'],
    says: 'secrets/not-base64',
  },
  {
    title: 'a value that breaks the YAML around it',
    given: () => {
      moduleWith({ stringData: { config: `a: "${TOKEN}+"\nb: 1\n` } });
    },
    args: ['manifests'],
    says: 'secrets/breaks-text',
  },
  {
    title: 'a value that its schema does not want',
    given: () => {
      moduleWith({ stringData: { a: 'b' }, immutable: TOKEN });
    },
    args: ['manifests'],
    says: 'immutable',
  },
  {
    title: 'a file and a variable in place of a store',
    given: () => {
      moduleWith({ data: { a: 'ref+file://note.txt', b: 'ref+envsubst://$NOTE' } });
    },
    args: ['manifests'],
    env: { NOTE: `${CANARY} as a variable` },
    says: 'secrets/not-base64',
  },
  {
    title: 'a store with another MAC',
    given: damage(STORE, /mac: ENC\[AES256_GCM,data:./, 'mac: ENC[AES256_GCM,data:/'),
    args: ['secrets', 'get', 'token'],
    says: 'secrets/',
  },
  {
    title: 'a store with a changed value',
    given: damage(STORE, /token: ENC\[AES256_GCM,data:../, 'token: ENC[AES256_GCM,data://'),
    args: ['secrets', 'rotate'],
    says: 'secrets/tampered',
  },
  {
    title: 'a file that holds another value than it should',
    given: damage(OUTPUT, /lastmodified: .*/, 'lastmodified: "2020-01-01T00:00:00Z"'),
    args: ['check', '--decrypt'],
    says: 'check/',
  },
  {
    title: 'a malformed identity',
    given: damage(OUTPUT, /^/, '\n'),
    args: ['manifests'],
    env: { SOPS_AGE_KEY: `AGE-SECRET-KEY-1${CANARY}` },
    says: 'secrets/no-identity',
  },
  {
    title: 'a value for a path that cannot be set',
    given: () => undefined,
    args: ['secrets', 'set', 'token/deeper', '--value-from', 'stdin'],
    input: `${CANARY} from a pipe`,
    says: 'secrets/path',
  },
  {
    title: 'a store that cannot be written',
    given: () => undefined,
    args: ['secrets', 'set', 'token', '--value-from', 'stdin', '--store', 'note.txt/store.yaml'],
    input: `${CANARY} for nothing`,
    says: 'write/failed',
  },
  {
    title: 'an edited text that cannot be sealed',
    given: () => undefined,
    args: ['secrets', 'edit', '--allow-disk'],
    env: { EDITOR: `sed -i s/^token:/token:\\x20[/` },
    says: 'secrets/edit',
  },
];

describe('a failing command shows no secret', () => {
  test.each(FAILING)('$title', ({ given, args, says, env = {}, input = '' }) => {
    given();
    for (const form of [[], ['--json']]) {
      const { stdout, stderr } = gantry([...args, ...form], env, input);
      const shown = stdout + stderr;
      expect(shown).toContain(says);
      expect(shown).not.toContain(CANARY);
      expect(shown).not.toContain(ENCODED);
      expect(shown).not.toMatch(/^ {4}at /m);
    }
    expect(holders()).toEqual([]);
    moduleWith({ stringData: { token: TOKEN } });
  });
});

function gantry(args: readonly string[], env: Record<string, string>, input: string) {
  const options = { cwd: project.root, input, encoding: 'utf8', env: project.shell(env) } as const;
  return spawnSync(process.execPath, [CLI, ...args], options);
}

/** Files below the project, its state, caches and temporary files, that hold a secret; what the tests wrote aside. */
function holders(): string[] {
  const entries = readdirSync(project.base, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== 'note.txt')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => [CANARY, ENCODED, ann.identity].some((text) => holds(path, text)));
}

function holds(path: string, text: string): boolean {
  return readFileSync(path, 'latin1').includes(text);
}

const TRACED: readonly (readonly [string, readonly string[]])[] = [
  ['manifests', ['manifests']],
  ['adopt', ['adopt']],
  ['secrets set', ['secrets', 'set', 'token', '--value-from', 'stdin']],
  ['secrets rotate', ['secrets', 'rotate']],
  ['secrets updatekeys', ['secrets', 'updatekeys']],
  ['secrets edit', ['secrets', 'edit']],
];

describe.skipIf(!canTrace())('no system call writes a secret', () => {
  test.each(TRACED)('of %s, but for what an editor gets in memory', (_title, args) => {
    damage(OUTPUT, /token: ENC.*/, 'token: ""')();
    const trace = join(project.base, 'trace');
    const runtime = join(project.base, 'runtime');
    mkdirSync(runtime, { recursive: true });
    const calls = 'trace=write,pwrite64,writev,pwritev,sendto,sendmsg,openat,execve';
    const options = ['-f', '-y', '-qq', '-v', '-s', '100000', '-e', calls, '-o', trace];
    const EDITOR = 'sed -i s/Canary/Other/';
    const traced = spawnSync('strace', [...options, process.execPath, CLI, ...args, '--json'], {
      cwd: project.root,
      input: `${CANARY}, new\n`,
      env: project.shell({ EDITOR, TMPDIR: runtime }),
    });
    expect([traced.status, traced.stderr.toString()]).toEqual([0, '']);
    const lines = readFileSync(trace, 'utf8').split('\n');
    rmSync(trace);
    const inMemory = /^\d+ +(write|pwrite64|writev)\(\d+<\/dev\/shm\/gantry-edit-/;
    const leaking = lines.filter((line) => line.includes(CANARY) && !inMemory.test(line));
    expect(leaking).toEqual([]);
    expect(lines.filter((line) => line.includes('execve') && line.includes(ann.identity))).toEqual([
      expect.stringContaining(CLI),
    ]);
    const opened = lines.filter((line) => /openat\(.*(O_WRONLY|O_RDWR)/.test(line));
    const inProject = opened.filter((line) => line.includes(`"${project.root}/`));
    expect(inProject.filter((line) => !/\.gantry-\d+-\d+\.tmp"/.test(line))).toEqual([]);
    expect(inProject.length > 0).toBe(args[1] !== 'updatekeys');
  });
});

function canTrace(): boolean {
  return has('strace') && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
}

test('a child process gets no key and no secret', () => {
  gantry(['manifests'], { NOTE: CANARY, VAULT_TOKEN: CANARY, AGE_KEY: CANARY }, '');
  const environment = join(project.base, 'environment-of-nix');
  expect(existsSync(environment)).toBe(true);
  expect(holders()).toEqual([]);
});
