import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { machine, type Machine } from './machine.ts';

let clone: Machine;

beforeEach(() => {
  clone = machine(['/usr/bin', '/bin']);
  clone.program('nix-hash', 'echo digest-of-lock');
  clone.program('nix', 'log nix "$*"; echo base32');
  record('digest-of-lock');
});

afterEach(() => {
  clone.remove();
});

function record(packageLock: string): void {
  for (const folder of ['packaging', 'node_modules']) {
    mkdirSync(join(clone.folder, folder), { recursive: true });
  }
  const text = JSON.stringify({ hash: 'sha256-x', packageLock }, null, 2);
  writeFileSync(join(clone.folder, 'packaging/node-modules.json'), text);
}

test('a path that is there is left alone', () => {
  clone.program('nix-store', 'log nix-store $1; echo path');
  expect(clone.step('seed')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(clone.calls()).toEqual([
    'nix hash to-base32 sha256-x',
    'nix-store --print-fixed-path',
    'nix-store --check-validity',
  ]);
});

test('a user without a store gets one note, once, and no failure', () => {
  clone.program('nix-store', 'exit 1');
  const first = clone.step('seed');
  expect(first.code).toBe(0);
  expect(first.stdout).toContain("cannot use this machine's Nix store");
  expect(clone.step('seed')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('a hash of another lock file is said, and nothing is added', () => {
  record('another-digest');
  const { code, stdout } = clone.step('seed');
  expect(code).toBe(0);
  expect(stdout).toContain('run scripts/node-modules-hash');
  expect(clone.calls()).toEqual([]);
});
