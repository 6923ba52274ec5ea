import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { REPOSITORY, Workspace } from './workspace.ts';

const CLI = join(REPOSITORY, 'dist', 'cli.js');
const STORE = 'secrets/k8s-secrets.enc.yaml';
const CANARY = 'canary-of-the-quay';

/** Puts a known value into the store of the example. */
function withCanary(): Workspace {
  const work = new Workspace();
  const set = ['secrets', 'set', 'openclaw_gateway_token', '--value-from', 'stdin'];
  expect(work.gantry(set, { input: `${CANARY}\n` }).code).toBe(0);
  return work;
}

/** An editor: a program of a few shell lines, which gets the file as `$1`. */
function editor(work: Workspace, lines: string): string {
  const path = join(work.home, 'editor');
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A folder in memory that nobody else uses. */
function memory(): string {
  const folder = mkdtempSync('/dev/shm/gantry-test-');
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

describe.skipIf(!existsSync('/dev/shm'))('secrets edit', () => {
  test('shows the plaintext to its owner alone, hands no key on, and leaves nothing behind', () => {
    const work = withCanary();
    const runtime = memory();
    const EDITOR = editor(
      work,
      `env > ${work.home}/env; ls -la "$(dirname "$1")" > ${work.home}/ls; cp "$1" ${work.home}/seen; cp "$1" "$1~"
       sed -i 's/^openclaw_gateway_token: .*/openclaw_gateway_token: other/' "$1"`,
    );
    const env = { EDITOR, XDG_RUNTIME_DIR: runtime, SOPS_AGE_KEY: 'AGE-SECRET-KEY-1CANARY' };
    const ran = work.gantry(['secrets', 'edit'], { env });
    expect(ran).toMatchObject({ code: 0, stdout: `${STORE} is changed\n`, stderr: '' });
    const [listing, environment, seen] = ['ls', 'env', 'seen'].map((name) =>
      readFileSync(join(work.home, name), 'utf8'),
    );
    expect(listing).toMatch(/^drwx------ .* \.$/m);
    expect(listing).toMatch(/^-rw------- .*k8s-secrets\.enc\.yaml$/m);
    expect(environment).not.toContain('SECRET-KEY');
    expect(seen).toContain(`openclaw_gateway_token: ${CANARY}\n`);
    expect(readdirSync(runtime)).toEqual([]);
    expect(work.gantry(['secrets', 'get', 'openclaw_gateway_token']).stdout).toBe('other\n');
  });

  test('a mistake is told by its line, never quoted, and nothing is written', () => {
    const work = withCanary();
    const before = work.read(STORE);
    const EDITOR = editor(work, `printf 'broken: "${CANARY}\\n' > "$1"`);
    const ran = work.gantry(['secrets', 'edit'], { env: { EDITOR, XDG_RUNTIME_DIR: memory() } });
    expect(ran).toMatchObject({ code: 4, stderr: expect.stringContaining('is not YAML (line') });
    expect(ran.stderr + ran.stdout).not.toContain(CANARY);
    expect(work.read(STORE)).toBe(before);
  });

  test.each([
    ['SIGINT', [130, null]],
    ['SIGTERM', [143, null]],
    // A shell calls it 129.
    ['SIGHUP', [null, 'SIGHUP']],
  ] as const)('%s removes the plaintext and ends with %j', async (signal, expected) => {
    const work = new Workspace();
    const runtime = memory();
    const before = work.read(STORE);
    const child = startEdit(work, runtime);
    await opened(child);
    expect(readdirSync(runtime)).toHaveLength(1);
    child.kill(signal);
    const ended: unknown = await once(child, 'exit');
    expect([ended, readdirSync(runtime), work.read(STORE)]).toEqual([expected, [], before]);
  });

  test('what SIGKILL leaves is removed by the next one, and its lock taken over', async () => {
    const work = new Workspace();
    const runtime = memory();
    const child = startEdit(work, runtime);
    await opened(child);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readdirSync(runtime)).toHaveLength(1);
    const env = { EDITOR: 'true', XDG_RUNTIME_DIR: runtime };
    expect(work.gantry(['secrets', 'edit'], { env })).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(runtime)).toEqual([]);
  });
});

/** An editing session that lasts until it is ended from outside. */
function startEdit(work: Workspace, runtime: string): ChildProcess {
  const EDITOR = editor(work, 'echo open >&2; exec tail -f /dev/null');
  return spawn(process.execPath, [CLI, 'secrets', 'edit'], {
    cwd: work.root,
    env: work.environment({ EDITOR, XDG_RUNTIME_DIR: runtime }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function opened({ stderr }: ChildProcess): Promise<void> {
  if (stderr === null) throw new Error('no stderr');
  await once(stderr, 'data');
}

test.each([
  ['nothing, as a failed command leaves it', '', 'nothing came from stdin'],
  ['bytes that are no text', Buffer.from([0xff, 0x00]), 'is no text in UTF-8'],
])('secrets set takes no value from %s', (_, input, message) => {
  const work = new Workspace();
  const before = work.read(STORE);
  const ran = work.gantry(['secrets', 'set', 'fresh', '--value-from', 'stdin'], { input });
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  expect(work.read(STORE)).toBe(before);
});

test('secrets edit needs an editor', () => {
  const ran = new Workspace().gantry(['secrets', 'edit']);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('use/no-editor') });
});

test('secrets pick lists without a terminal', () => {
  const ran = new Workspace().gantry(['secrets', 'pick']);
  expect(ran).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('#openclaw_gateway_token'),
  });
});
