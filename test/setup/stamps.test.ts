import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { machine, type Machine } from './machine.ts';

let clone: Machine;

beforeEach(() => {
  clone = machine(['/usr/bin', '/bin']);
});

afterEach(() => {
  clone.remove();
});

function put(path: string, text: string): void {
  mkdirSync(join(clone.folder, path, '..'), { recursive: true });
  writeFileSync(join(clone.folder, path), text);
}

describe('npm ci', () => {
  beforeEach(() => {
    clone.program(
      'npm',
      'log npm $1; rm -rf node_modules; mkdir -p node_modules/zod; echo >node_modules/.package-lock.json',
    );
    put('package-lock.json', '{}');
    clone.step('modules');
    expect(clone.calls()).toEqual(['npm ci']);
  });

  test('is not run again when nothing changed', () => {
    expect(clone.step('modules')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(clone.calls()).toEqual([]);
  });

  test('is run again for another lock file', () => {
    put('package-lock.json', '{ }');
    clone.step('modules');
    expect(clone.calls()).toEqual(['npm ci']);
  });

  test.each(['node_modules', 'node_modules/zod'])('is run again when %s is gone', (path) => {
    rmSync(join(clone.folder, path), { recursive: true });
    clone.step('modules');
    expect(clone.calls()).toEqual(['npm ci']);
  });

  test('that fails leaves no stamp', () => {
    clone.program('npm', 'log npm $1; exit 1');
    put('package-lock.json', '{ }');
    expect(clone.step('modules').code).toBe(1);
    expect(clone.step('modules').code).toBe(1);
    expect(clone.calls()).toEqual(['npm ci', 'npm ci']);
  });
});

describe('the build', () => {
  beforeEach(() => {
    clone.program('node', 'log node $1; rm -rf dist; mkdir dist');
    for (const path of ['package-lock.json', 'scripts/build.mjs', 'src/a.ts', 'generated/b.ts']) {
      put(path, 'text');
    }
    clone.step('build');
    expect(clone.calls()).toEqual(['node scripts/build.mjs']);
  });

  test('is not made again for another time of a file', () => {
    utimesSync(join(clone.folder, 'src/a.ts'), 0, 4e9);
    expect(clone.step('build')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(clone.calls()).toEqual([]);
  });

  test.each(['src/a.ts', 'src/new.ts', 'generated/b.ts', 'scripts/build.mjs'])(
    'is made again when %s is written',
    (path) => {
      put(path, 'other');
      clone.step('build');
      expect(clone.calls()).toEqual(['node scripts/build.mjs']);
    },
  );

  test.each(['src/a.ts', 'dist'])('is made again when %s is gone', (path) => {
    rmSync(join(clone.folder, path), { recursive: true });
    clone.step('build');
    expect(clone.calls()).toEqual(['node scripts/build.mjs']);
  });
});
