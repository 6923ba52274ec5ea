import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeRunLock } from '../../src/fs/run-lock.ts';

// Nobody waits in a test.
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

let state = '';

beforeEach(() => {
  state = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-lock-')));
});

afterEach(() => {
  rmSync(state, { recursive: true });
});

const take = () => takeRunLock('/some/project', { XDG_STATE_HOME: state });

/** The one lock file, made by a first run and given back. */
async function lockPath(): Promise<string> {
  const lock = await take();
  const [folder = ''] = readdirSync(join(state, 'gantry'));
  const path = join(state, 'gantry', folder, 'lock');
  expect(statSync(join(state, 'gantry', folder)).mode & 0o777).toBe(0o700);
  if (lock.ok) await lock.value.release();
  return path;
}

test('a second run waits until the first has ended', async () => {
  const first = await take();
  let isReleased = false;
  const second = take().then((lock) => {
    expect(isReleased).toBe(true);
    return lock;
  });
  isReleased = true;
  if (first.ok) await first.value.release();
  expect((await second).ok).toBe(true);
});

test('a run that holds the lock too long is named', async () => {
  const first = await take();
  const second = await take();
  expect(second.ok ? [] : second.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    [
      'write/locked',
      expect.stringMatching(
        `^process ${process.pid} is writing this project, by its run lock /.*/lock$`,
      ),
    ],
  ]);
  if (first.ok) await first.value.release();
  expect((await take()).ok).toBe(true);
});

test('the lock of a process that is gone is taken over', async () => {
  const path = await lockPath();
  const { pid } = spawnSync('true');
  writeFileSync(path, JSON.stringify({ pid, started: '1' }));
  expect((await take()).ok).toBe(true);
});

test.each(['', '{', '[]', '{}', '{"pid":"1"}', '\0\0\0'])(
  'a lock that says %j was made by no living process',
  async (text) => {
    writeFileSync(await lockPath(), text);
    expect((await take()).ok).toBe(true);
  },
);

test('the lock of another process under the same number is taken over', async () => {
  const path = await lockPath();
  writeFileSync(path, JSON.stringify({ pid: process.pid, started: '1' }));
  expect((await take()).ok).toBe(true);
});

test('a state folder that cannot be written is told', async () => {
  writeFileSync(join(state, 'gantry'), '');
  const lock = await take();
  expect(lock.ok ? [] : lock.diagnostics.map(({ code }) => code)).toEqual(['write/failed']);
});
