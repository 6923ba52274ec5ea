import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { evaluate } from '../../src/nix/evaluate.ts';
import { evaluatorOf } from '../../src/nix/evaluator.ts';
import { libraryFolder } from '../../src/nix/library.ts';
import { CANARIES, commit, makeScene, type Scene } from './scene.ts';

let scene: Scene;
const inherited = { ...process.env };

beforeEach(() => {
  scene = makeScene();
  Object.assign(process.env, scene.environment);
  process.env['NIX_REMOTE'] = `local?root=${scene.home}/machine`;
});

afterEach(() => {
  process.env = inherited;
  scene.remove();
});

/** What a flake is told that has this lock file and whose code asks for a node of it, as Gantry's own code asks. */
async function asked(node: string, nodes: Record<string, unknown>, root = 'root'): Promise<string> {
  const { project } = scene.places;
  scene.write('flake.lock', JSON.stringify({ version: 7, root, nodes }));
  const words = `throw "the flake input ‘${node}’ is not fetched"`;
  scene.write(
    'flake.nix',
    `{ outputs = _: { gantry.settings = { }; gantry.evaluate = _: { x = ${words}; }; }; }`,
  );
  commit(project);
  const wanted = { root: project, flake: '.', environment: process.env, keyFiles: [] };
  const evaluator = await evaluatorOf(wanted);
  if (!evaluator.ok) return JSON.stringify(evaluator.diagnostics.map(({ code }) => code));
  const result = await evaluate({
    ...{ projectRoot: project, library: libraryFolder(), inFlake: true },
    ...{ evaluator: evaluator.value, part: 'everything' },
  });
  return JSON.stringify(result.ok ? result.value : result.diagnostics.map(({ code }) => code));
}

/** Whether a canary is anywhere in a store or a cache. */
function leaked(): boolean {
  const entries = readdirSync(scene.home, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.some((entry) =>
    readFileSync(join(entry.parentPath, entry.name), 'latin1').includes(CANARIES.outside),
  );
}

const HASH = 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const REV = 'a'.repeat(40);

test('the node of the flake itself names no source', async () => {
  const locked = { type: 'path', path: scene.places.outside };
  expect(await asked('root', { root: { locked } })).toBe('["flake/unreadable"]');
  expect(await asked('r', { r: { locked: { ...locked, narHash: HASH } } }, 'r')).toBe(
    '["flake/unreadable"]',
  );
  expect(await asked('root', {}, 'none')).toBe('["flake/unreadable"]');
  expect(leaked()).toBe(false);
});

test.each([
  ['a folder', (s: Scene) => ({ type: 'path', path: s.places.outside, narHash: HASH })],
  ['a relative folder', () => ({ type: 'path', path: '../outside', narHash: HASH })],
  ['a repository', (s: Scene) => ({ type: 'git', url: `file://${s.places.repository}`, rev: REV })],
  ['a relative repository', () => ({ type: 'git', url: 'x/../../repository', rev: REV })],
  ['a file', (s: Scene) => ({ type: 'file', url: `file://${s.places.outside}/key.txt`, rev: REV })],
  ['a server here', () => ({ type: 'file', url: 'http://127.0.0.1:9/x', narHash: HASH })],
  [
    'credentials of a cloud',
    () => ({ type: 'file', url: 'http://169.254.169.254/x', narHash: HASH }),
  ],
  [
    'a host of github here',
    () => ({ type: 'github', owner: 'o', repo: 'r', host: 'localhost', rev: REV }),
  ],
])('%s of this machine is no input, whoever asks for it', async (_title, locked) => {
  const nodes = { root: {}, beside: { locked: locked(scene) } };
  expect(await asked('beside', nodes)).toContain('"flake/local-input"');
  expect(leaked()).toBe(false);
});

test.each([
  ['a made-up revision of a file', { type: 'file', url: 'https://example.org/x', rev: REV }],
  ['a hash that is none', { type: 'tarball', url: 'https://example.org/x', narHash: 'sha256-x' }],
  ['a branch', { type: 'git', url: 'https://example.org/x', rev: 'main' }],
])('%s locks nothing', async (_title, locked) => {
  expect(await asked('beside', { root: {}, beside: { locked } })).toBe('["flake/unlocked"]');
});

test('an input that the lock file does not have is an error of the module', async () => {
  expect(await asked('nothing', { root: {} })).toBe('["nix/evaluation"]');
});
