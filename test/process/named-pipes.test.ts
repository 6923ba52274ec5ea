import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runOverPipes } from '../../src/process/named-pipes.ts';

let temporary: string;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'gantry-named-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
});

const long = 'a line of the file\n'.repeat(10_000);

/** A shell script that gets the paths as $1 (settings) and $2 (rewritten). */
const runScript = (script: string, rewritten = 'old\n') =>
  runOverPipes({ settings: '---\nset\n', rewritten }, (paths) => ({
    program: 'sh',
    args: ['-c', script, 'sh', paths.settings, paths.rewritten],
  }));

test('a program reads its settings again and again, reads its file and writes it anew', async () => {
  const ended = await runScript(
    'test -p "$1" && test -p "$2" && head -n 2 "$1" && old=$(cat "$2") && head -n 2 "$1" && head -n 2 "$1" && echo "new $old" >"$2"',
  );
  expect([ended?.exitCode, ended?.stdout, ended?.rewritten]).toEqual([
    0,
    '---\nset\n'.repeat(3),
    'new old\n',
  ]);
});

test('a file longer than a pipe holds is read whole', async () => {
  const ended = await runScript('wc -c <"$2"', long);
  expect(Number(ended?.stdout)).toBe(long.length);
});

test.each([
  ['at once', 'exit 7', 7],
  ['after its settings', 'cat "$1" >/dev/null; exit 7', 7],
  ['in the middle of the file', 'head -c 10 "$2" >/dev/null; exit 7', 7],
  ['by a signal', 'cat "$2" >/dev/null; kill -9 $$', undefined],
  ['without having written', 'cat "$2" >/dev/null', 0],
])(
  'a program that ends %s gives nothing back and holds nothing up',
  async (_, script, exitCode) => {
    const ended = await runScript(script, long);
    expect([ended?.exitCode, ended?.rewritten]).toEqual([exitCode, '']);
    expect(readdirSync(temporary)).toEqual([]);
  },
);

test('a program that is not there', async () => {
  const ended = await runOverPipes({ settings: '', rewritten: '' }, () => ({
    program: 'no-such-program',
    args: [],
  }));
  expect(ended).toMatchObject({ missing: true, rewritten: '' });
});

test('a folder for temporary files that takes none', async () => {
  vi.stubEnv('TMPDIR', '/no/such/folder');
  const ended = await runScript('true');
  vi.stubEnv('TMPDIR', temporary);
  expect(ended).toBeUndefined();
});
