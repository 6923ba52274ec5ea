import { expect, expectTypeOf, test } from 'vitest';
import type { Bundle } from '../../src/bridge/bundle.ts';
import { bundleSchema, decodeBundle } from '../../src/bridge/bundle.ts';

const MODULE = {
  output: 'apps/web.yaml',
  encrypt: false,
  placeholders: true,
  objects: [],
  releases: {},
  rolls: [],
  helm: [],
  imports: [],
  warnings: [],
};

function bundleOf(modules: Record<string, unknown>): unknown {
  return { contract: 'gantry/v1', project: 'harbour', kubernetesVersion: '1.33', modules };
}

function messages(value: unknown): string[] {
  const decoded = decodeBundle(value);
  return decoded.ok ? [] : decoded.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

test('a bundle is given back as it came, its objects untouched', () => {
  const text =
    '{"apiVersion":"v1","kind":"ConfigMap","data":{"__proto__":"kept","10":"a","9":"b"}}';
  const object: unknown = JSON.parse(text);
  const value = bundleOf({ 'web.nix': { ...MODULE, objects: [object] } });
  const decoded = decodeBundle(value);
  if (!decoded.ok) throw new Error('refused');
  expect(decoded.value).toBe(value);
  const [kept] = decoded.value.modules['web.nix']?.objects ?? [];
  expect(kept).toBe(object);
  expect(Object.keys((kept as { data: object }).data)).toContain('__proto__');
  expectTypeOf(decoded.value).toEqualTypeOf<Bundle>();
});

test('the copy that zod makes is not used because it would lose keys', () => {
  const modules: unknown = JSON.parse(`{"__proto__":${JSON.stringify(MODULE)}}`);
  const copy = bundleSchema.parse(bundleOf(modules as Record<string, unknown>));
  expect(Object.keys(copy.modules)).toEqual([]);
});

test.each([
  ['gantry/v2', 'sends contract "gantry/v2"'],
  [undefined, 'sends no contract version'],
])('another contract, %s, is told as such and alone', (contract, words) => {
  const decoded = decodeBundle({ contract, modules: 3 });
  if (decoded.ok) throw new Error('accepted');
  const [only, ...others] = decoded.diagnostics;
  expect(others).toEqual([]);
  expect(only).toMatchObject({ code: 'config/contract', severity: 'error' });
  expect(only?.message).toContain(words);
  expect(only?.message).toContain('reads contract "gantry/v1"');
  expect(only?.help).toContain('same version');
});

test('every deviation is told with its path, what was expected and what came', () => {
  const value = bundleOf({
    'a.nix': { ...MODULE, encrypt: 'yes', extra: 1 },
    'b.nix': { ...MODULE, helm: 3, imports: [null], warnings: undefined },
    'c.nix': { ...MODULE, releases: { web: { args: {} } } },
  });
  expect(messages(value)).toEqual(
    [
      'modules["a.nix"].encrypt must be a boolean, got the string "yes"',
      'modules["a.nix"].extra must not be there: no option of that name is declared',
      'modules["b.nix"].helm must be a list, got the number 3',
      'modules["b.nix"].imports[0] must be an attribute set, got null',
      'modules["b.nix"].warnings must be a list, got nothing',
      'modules["c.nix"].releases.web.submodule must be a string, got nothing',
    ].map((sentence) => `nix/bundle the bundle does not follow contract gantry/v1: ${sentence}`),
  );
});

test('arguments of a release may be missing', () => {
  const releases = { web: { submodule: 'release' }, own: { submodule: 'release', args: null } };
  expect(messages(bundleOf({ 'a.nix': { ...MODULE, releases } }))).toEqual([]);
});
