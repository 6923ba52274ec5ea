import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { evaluate, hasNix } from '../support/nix-eval.ts';

const fixture = fileURLToPath(new URL('../../fixtures/kubenix/sibling-data', import.meta.url));

interface Entry {
  readonly encrypt: boolean;
  readonly objects: readonly {
    readonly kind: string;
    readonly data?: Readonly<Record<string, string>>;
    readonly spec?: { readonly template: { readonly metadata: { annotations: object } } };
  }[];
}

function bundleOf(root: string): Record<string, Entry> {
  return evaluate(
    `((import nix).mkProject { root = /. + ${JSON.stringify(root)}; }).bundle.modules`,
  ) as Record<string, Entry>;
}

test.skipIf(!hasNix)('editing the data that two modules share changes both outputs', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-siblings-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  cpSync(fixture, root, { recursive: true });
  const before = bundleOf(root);
  edit(join(root, 'crew.enc.nix'), 'secrets.crew', 'secrets.mate');
  const after = bundleOf(root);

  expect(Object.keys(after)).toEqual(['crew.enc.nix', 'log.nix']);
  expect(after['crew.enc.nix']?.encrypt).toBe(true);
  expect(after['crew.enc.nix']?.objects).not.toEqual(before['crew.enc.nix']?.objects);

  const ofKind = (modules: Record<string, Entry>, wanted: string) =>
    modules['log.nix']?.objects.find(({ kind }) => kind === wanted);
  const text = (modules: Record<string, Entry>) =>
    ofKind(modules, 'ConfigMap')?.data?.['crew.yaml'];
  expect(text(before)).toContain('crew:');
  expect(text(after)).toContain('mate:');
  const annotations = (modules: Record<string, Entry>) =>
    ofKind(modules, 'Deployment')?.spec?.template.metadata.annotations;
  expect(annotations(after)).not.toEqual(annotations(before));
});

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
