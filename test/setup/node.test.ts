import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { machine, type Machine } from './machine.ts';

const { engines } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { engines: { node: string } };

let fresh: Machine;

beforeEach(() => {
  fresh = machine();
  fresh.program('npm', '');
});

afterEach(() => {
  fresh.remove();
});

test.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0'])('node %s will do', (version) => {
  fresh.program('node', `echo ${version}`);
  expect(fresh.step('node')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test.each(['v18.19.1', 'v20.18.3', 'v21.7.0'])('node %s is refused by name', (version) => {
  fresh.program('node', `echo ${version}`);
  const { code, stderr } = fresh.step('node');
  expect(code).toBe(1);
  expect(stderr).toContain(`needs Node ${engines.node}, and this is Node ${version}`);
});

test('without node it says what to install', () => {
  const { code, stderr } = fresh.step('node');
  expect(code).toBe(1);
  expect(stderr).toContain(`needs Node ${engines.node}, and there is no node on PATH`);
});
