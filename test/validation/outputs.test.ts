import { expect, test } from 'vitest';
import { checkOutputs } from '../../src/validation/rules/outputs.ts';

const LAYOUT = { manifestsDir: '.k8s', lockFile: 'manifests.lock' };

/** Codes of what is wrong with modules that become files of their names. */
function found(modules: readonly string[], layout = LAYOUT): string[] {
  const outputs = modules.map((module) => ({
    module,
    output: module.replace(/(\.enc)?\.nix$/, '$1.yaml'),
  }));
  return checkOutputs(outputs, layout).map(({ code }) => code);
}

test('different names are fine', () => {
  expect(found(['a.nix', 'a.enc.nix', 'b/a.nix', 'größe.nix', 'a b.nix'])).toEqual([]);
});

test('two modules with one output are named together', () => {
  const both = [
    { module: 'a.enc.nix', output: 'a.enc.yaml' },
    { module: 'a.nix', output: 'a.enc.yaml' },
    { module: 'b.nix', output: 'b.yaml' },
  ];
  expect(checkOutputs(both, LAYOUT).map(({ message }) => message)).toEqual([
    'a.enc.nix and a.nix both become a.enc.yaml',
  ]);
});

test.each([
  ['case', ['apps/A.nix', 'apps/a.nix']],
  ['the case of a folder', ['Apps/a.nix', 'apps/a.nix']],
  ['how an accent is written', ['caf\u00e9.nix', 'cafe\u0301.nix']],
])('names that differ in %s are one file on some systems', (_title, modules) => {
  expect(found(modules)).toEqual(['layout/duplicate-output']);
});

test.each([
  'a\nb.nix',
  'a\rb.nix',
  'a\u001b[31m.nix',
  'a\u007f.nix',
  'a\u0085.nix',
  'a\u2028.nix',
  '__proto__.nix',
  'x/__proto__/a.nix',
])('%j is no name', (module) => {
  expect(found([module])).toEqual(['layout/name']);
});

test.each([
  ['.k8s/a.yaml', '.k8s'],
  ['.k8s/A.YAML', '.k8s'],
  ['./.k8s/a.yaml', '.k8s'],
  ['out/k8s/a.yaml', 'out/k8s'],
])('a lock file at %s is no manifest', (lockFile, manifestsDir) => {
  expect(found(['a.nix'], { lockFile, manifestsDir })).toEqual(['layout/lock-file']);
});
