import { expect, test } from 'vitest';
import { conflictIn } from '../../src/core/conflict-marker.ts';

test.each([
  ['the side of ours', 'a\n<<<<<<< HEAD\nb\n', 2],
  ['without a name', 'a\n<<<<<<<\nb\n', 2],
  ['the common ancestor', '||||||| 0123abc\n', 1],
  ['what is left of it', 'a\nb\n>>>>>>> feature/x\n', 3],
  ['Windows line ends', 'a\r\n<<<<<<< HEAD\r\nb\r\n', 2],
])('%s', (_, text, line) => {
  expect(conflictIn(text, 'f')).toMatchObject({
    code: 'git/conflict',
    origin: { file: 'f', line, column: 1 },
  });
});

test.each([
  '=======\n',
  '<<<<<<<<\n',
  ' <<<<<<< HEAD\n',
  '<<<<<<\n',
  '<<<<<<<x\n',
  'a <<<<<<< b\n',
])('%j is no marker', (text) => {
  expect(conflictIn(text, 'f')).toBeUndefined();
});

test('the names of branches are not told: a secret may stand behind a marker', () => {
  expect(JSON.stringify(conflictIn('<<<<<<< hunter2\n', 'f'))).not.toContain('hunter2');
});
