import { describe, expect, test } from 'vitest';
import { checkInputs } from '../../src/nix/flake/check-inputs.ts';
import type { DeclaredInput } from '../../src/nix/flake/declared.ts';
import type { FlakeLock, LockNode } from '../../src/nix/flake/lock.ts';
import { isLocal, parseFlakeReference } from '../../src/nix/flake/reference.ts';
import { NO_GRANTS } from '../../src/nix/grants.ts';

const REV = '0123456789abcdef0123456789abcdef01234567';
const HASH = 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

describe('a flake reference', () => {
  // What Nix 2.8 and 2.34 write as `original` into a lock file.
  test.each([
    ['github:o/r', { type: 'github', owner: 'o', repo: 'r' }],
    ['github:o/r/main', { type: 'github', owner: 'o', repo: 'r', ref: 'main' }],
    ['github:o/r/feature/x', { type: 'github', owner: 'o', repo: 'r', ref: 'feature/x' }],
    [`github:o/r/${REV}`, { type: 'github', owner: 'o', repo: 'r', rev: REV }],
    ['github:o/r?dir=sub', { type: 'github', owner: 'o', repo: 'r', dir: 'sub' }],
    ['gitlab:g%2Fs/r', { type: 'gitlab', owner: 'g/s', repo: 'r' }],
    ['sourcehut:~o/r', { type: 'sourcehut', owner: '~o', repo: 'r' }],
    [
      'git+https://h/o/r?ref=main&dir=x',
      { type: 'git', url: 'https://h/o/r', ref: 'main', dir: 'x' },
    ],
    ['git+ssh://git@h/o/r.git', { type: 'git', url: 'ssh://git@h/o/r.git' }],
    ['git://h/r', { type: 'git', url: 'git://h/r' }],
    ['git+https://h/r?shallow=1', { type: 'git', url: 'https://h/r', shallow: true }],
    ['https://h/x.tar.gz', { type: 'tarball', url: 'https://h/x.tar.gz' }],
    ['tarball+https://h/x', { type: 'tarball', url: 'https://h/x' }],
    ['https://h/x.json', { type: 'file', url: 'https://h/x.json' }],
    ['nixpkgs', { type: 'indirect', id: 'nixpkgs' }],
    ['flake:nixpkgs/nixos-25.05', { type: 'indirect', id: 'nixpkgs', ref: 'nixos-25.05' }],
    ['path:/x/y?lastModified=1', { type: 'path', path: '/x/y' }],
    ['./x', { type: 'path', path: './x' }],
  ])('%s', (text, attributes) => {
    expect(parseFlakeReference(text)).toEqual(attributes);
  });

  test.each([
    ['path:/root', true],
    ['git+file:///root', true],
    ['file:///root/x.tar.gz', true],
    ['tarball+file:///root/x', true],
    ['../x', true],
    ['github:o/r', false],
    ['git+https://h/r', false],
  ])('%s lies on this machine: %s', (text, local) => {
    expect(isLocal(parseFlakeReference(text) ?? {})).toBe(local);
  });
});

describe('what flake.nix asks for and flake.lock does not hold', () => {
  const github = { type: 'github', owner: 'o', repo: 'r' };
  const node: LockNode = {
    original: github,
    locked: { ...github, rev: REV, narHash: HASH },
  };

  function lockOf(nodes: Record<string, LockNode>, inputs: LockNode['inputs'] = { a: 'a' }) {
    return { version: 7, root: 'root', nodes: { root: { inputs }, ...nodes } };
  }

  function codes(declared: readonly DeclaredInput[], lock: FlakeLock, localInputs = false) {
    const checked = checkInputs(declared, lock, { ...NO_GRANTS, localInputs });
    return checked.ok ? [] : checked.diagnostics.map(({ code }) => code);
  }

  const asked = (source: DeclaredInput['source'], ...path: string[]) => [{ path, source }];

  test('nothing, when it is the same', () => {
    expect(codes(asked(github, 'a'), lockOf({ a: node }))).toEqual([]);
  });

  test('nothing, for an input that follows another', () => {
    expect(codes(asked(undefined, 'a'), lockOf({ b: node }, { a: ['b'], b: 'b' }))).toEqual([]);
  });

  test.each([
    ['an input that is new', asked(github, 'b'), lockOf({ a: node })],
    ['another branch', asked({ ...github, ref: 'x' }, 'a'), lockOf({ a: node })],
    ['another owner', asked({ ...github, owner: 'evil' }, 'a'), lockOf({ a: node })],
    ['no lock file', asked(github, 'a'), lockOf({}, {})],
    ['a node without revision and hash', [], lockOf({ a: { original: github, locked: github } })],
    ['an input given to an input', asked({ ...github, owner: 'x' }, 'a', 'b'), lockOf({ a: node })],
  ])('%s', (_title, declared, lock) => {
    expect(codes(declared, lock)).toEqual(['flake/unlocked']);
  });

  const local = { type: 'path', path: '/root', narHash: HASH };

  test.each([
    ['a folder', lockOf({ a: { original: github, locked: local } })],
    ['a folder far in', lockOf({ a: { ...node, inputs: { b: 'b' } }, b: { locked: local } })],
    [
      'a repository',
      lockOf({ a: { original: github, locked: { type: 'git', url: 'file:///x', rev: REV } } }),
    ],
  ])('%s of this machine is refused, and taken when it is allowed', (_title, lock) => {
    expect(codes([], lock)).toEqual(['flake/local-input']);
    expect(codes([], lock, true)).toEqual([]);
  });
});
