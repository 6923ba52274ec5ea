import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/core/digest.ts';
import {
  parseLock,
  printLock,
  type LockEntry,
  type LockFile,
} from '../../src/pipeline/lock-file.ts';

const A = sha256('a');
const B = sha256('b');
const entry: LockEntry = {
  objects: [A],
  references: new Map([['s.yaml#k', [B]]]),
  rule: [A],
  written: [B],
};
const lock: LockFile = { entries: new Map([['apps/x.enc.yaml', entry]]), pending: new Set() };

function parsed(text: string): LockFile | undefined {
  const result = parseLock(text, 'manifests.lock');
  return result.ok && result.value.kind === 'gantry' ? result.value.lock : undefined;
}

test('a lock file holds one fact per line', () => {
  expect(printLock(lock)).toBe(
    [
      'gantry-lock 1',
      '',
      'file apps/x.enc.yaml',
      `objects ${A}`,
      `reference ${B} s.yaml#k`,
      `rule ${A}`,
      `written ${B}`,
      '',
    ].join('\n'),
  );
});

test('what is printed is read back', () => {
  const digest = fc.string().map(sha256);
  const name = fc.stringMatching(/^[a-z0-9]{1,8}(\/[a-z0-9]{1,8}){0,2}\.yaml$/);
  const anyEntry = fc.record({
    objects: fc.uniqueArray(digest, { minLength: 1, maxLength: 2 }),
    references: fc.uniqueArray(name).map((names) => new Map(names.map((item) => [item, [B]]))),
    rule: fc.uniqueArray(digest, { maxLength: 1 }),
    written: fc.uniqueArray(digest, { minLength: 1, maxLength: 1 }),
  });
  const anyLock = fc.record({
    entries: fc.array(fc.tuple(name, anyEntry)).map((list) => new Map(list)),
    pending: fc.uniqueArray(name).map((list) => new Set(list)),
  });
  fc.assert(
    fc.property(anyLock, (value) => {
      expect(parsed(printLock(value))).toEqual(value);
    }),
  );
});

test('lines that a union merge left twice are all kept, to be verified again', () => {
  const merged = `${printLock(lock)}\nfile apps/x.enc.yaml\nobjects ${B}\nwritten ${B}\n`;
  expect(parsed(merged)?.entries.get('apps/x.enc.yaml')).toEqual({ ...entry, objects: [A, B] });
});

test('a file of another format is told apart', () => {
  expect(parseLock('apps/x.yaml 0123\n', 'manifests.lock')).toEqual({
    ok: true,
    value: { kind: 'foreign' },
  });
});

test('one that git could not merge is one finding', () => {
  const text = `gantry-lock 1\n\nfile a.yaml\n<<<<<<< HEAD\nobjects ${A}\n=======\nobjects ${B}\n>>>>>>> x\n`;
  expect(parseLock(text, 'manifests.lock')).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'git/conflict', origin: { line: 4 } }],
  });
});

test.each([
  ['an unknown word', 'colour blue'],
  ['a fact without a file', `objects ${A}`],
  ['a digest that is none', 'file a.yaml\nobjects sha256:12'],
  ['a path that leaves the tree', 'file ../flake.nix'],
  ['an absolute path', 'file /etc/passwd'],
  ['a pending path that leaves the tree', 'pending a/../../b'],
])('%s is an error with its line', (_title, lines) => {
  const result = parseLock(`gantry-lock 1\n\n${lines}\n`, 'manifests.lock');
  expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual(['config/lock']);
});

test.each([
  'local.agekey',
  '.git/config',
  '.git/x.yaml',
  'a/.GIT/x.yaml',
  'keys.txt',
  '../x.yaml',
  '/x.yaml',
  '',
])('a lock that names %j is refused: what it names may be removed', (path) => {
  expect(parsed(`gantry-lock 1\n\npending ${path}\n`)).toBeUndefined();
  expect(parsed(`gantry-lock 1\n\nfile ${path}\nwritten ${A}\n`)).toBeUndefined();
});
