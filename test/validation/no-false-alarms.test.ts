import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ManifestFile } from '../../src/core/manifest-file.ts';
import { brief, fileOf, findingsIn } from './tree-of.ts';

const TREE = join(import.meta.dirname, '..', 'fixtures', 'validation', 'no-false-alarms');

/** The files of the tree, with `edits` made to their text. */
function tree(...edits: readonly (readonly [string, string])[]): ManifestFile[] {
  const names = readdirSync(TREE, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const text = edits.reduce(
        (before, [from, to]) => before.replace(from, to),
        readFileSync(join(TREE, name), 'utf8'),
      );
      const file = fileOf(text, `.k8s/${name}`);
      return name.endsWith('chart.yaml') ? { ...file, foreign: [0] } : file;
    });
}

function alarms(files: readonly ManifestFile[]): string[] {
  return brief(findingsIn(files).filter(({ severity }) => severity !== 'info'));
}

test('what real repositories hold raises no alarm', () => {
  expect(alarms(tree())).toEqual([]);
});

test('a dangling Service, a missing key and a Service that selects nothing: exactly three findings', () => {
  const files = tree(
    ['backend: { service: { name: web,', 'backend: { service: { name: wbe,'],
    ['name: web, key: token', 'name: web, key: tokne'],
    ['selector: { app: db, statefulset', 'selector: { app: bd, statefulset'],
  );
  expect(alarms(files)).toEqual([
    'error graph/missing-service Ingress apps/web /spec/rules/0/http/paths/0/backend/service/name',
    'error graph/missing-key Deployment apps/web /spec/template/spec/containers/0/env/4/valueFrom/secretKeyRef/key',
    'warning graph/selects-nothing Service apps/db-0 /spec/selector',
  ]);
});

test('a part of the modules says nothing of what the others define', () => {
  const world = { hidden: { partial: true, namespaces: [], charts: false } };
  const files = tree(['backend: { service: { name: web,', 'backend: { service: { name: wbe,']);
  expect(brief(findingsIn(files, { world }).filter(({ severity }) => severity !== 'info'))).toEqual(
    [],
  );
});

test('what settings.external names is not missing', () => {
  const files = tree(['backend: { service: { name: web,', 'backend: { service: { name: wbe,']);
  const world = { external: { services: ['*/wbe'] } };
  expect(alarms(files)).not.toEqual([]);
  expect(brief(findingsIn(files, { world }).filter(({ severity }) => severity !== 'info'))).toEqual(
    [],
  );
});
