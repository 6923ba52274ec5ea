import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY, Workspace } from './workspace.ts';

/** What real repositories hold and no validator may complain of, as a project. */
const QUIET = join(REPOSITORY, 'test', 'fixtures', 'quiet-project');

interface Document {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly origin?: { readonly file: string; readonly line: number };
  }[];
}

/** The exit code and what weighs more than an info, with its place. */
function alarms(work: Workspace, ...args: string[]): { code: number | null; found: string[] } {
  const { code, stdout } = work.gantry([...args, '--json']);
  const { diagnostics } = JSON.parse(stdout) as Document;
  const found = diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(
      (each) =>
        `${each.severity} ${each.code} ${each.origin?.file ?? ''}:${each.origin?.line ?? ''}`,
    );
  return { code, found: found.sort() };
}

const lineOf = (work: Workspace, file: string, text: string) =>
  `${file}:${work.read(file).split(text)[0]?.split('\n').length ?? 0}`;

test('a tree as real ones are: no alarm from any command, then exactly the three that are seeded', () => {
  const work = new Workspace();
  for (const path of ['modules/kubenix', '.k8s', 'manifests.lock']) work.remove(path);
  cpSync(QUIET, join(work.root, 'modules/kubenix'), { recursive: true });
  expect(work.gantry(['manifests'])).toMatchObject({ code: 0 });
  expect(alarms(work, 'check')).toEqual({ code: 0, found: [] });
  expect(alarms(work, 'validate', '.k8s')).toEqual({ code: 0, found: [] });
  expect(alarms(work, 'validate', '--complete', '.k8s')).toEqual({ code: 0, found: [] });

  const module = 'modules/kubenix/apps/media.nix';
  work.edit(module, 'service = { name = "media-metrics"', 'service = { name = "media-metric"');
  work.edit(
    module,
    '{ name = "media-secrets"; key = "token"; }',
    '{ name = "media-secrets"; key = "tokn"; }',
  );
  work.edit(module, '/instance" = "media"', '/instance" = "medea"');
  expect(alarms(work, 'check')).toEqual({
    code: 1,
    found: [
      `error graph/missing-key ${lineOf(work, module, 'key = "tokn"')}`,
      `error graph/missing-service ${lineOf(work, module, 'name = "media-metric"')}`,
      `warning graph/selects-nothing ${lineOf(work, module, '/instance" = "medea"')}`,
    ],
  });

  const manifest = '.k8s/apps/media.yaml';
  work.edit(manifest, /(name: )media-metrics(\n +port:)/, '$1media-metric$2');
  work.edit(manifest, /(key: )token(\n +name: media-secrets)/, '$1tokn$2');
  work.edit(
    manifest,
    /(selector:\n +app.kubernetes.io\/instance: )media\n( *type|---)/,
    '$1medea\n$2',
  );
  expect(alarms(work, 'validate', '--complete', '.k8s')).toEqual({
    code: 1,
    found: [
      `error graph/missing-key ${lineOf(work, manifest, 'key: tokn')}`,
      `error graph/missing-service ${lineOf(work, manifest, 'name: media-metric\n')}`,
      `warning graph/selects-nothing ${lineOf(work, manifest, 'selector:\n    app.kubernetes.io/instance: medea')}`,
    ],
  });
});
