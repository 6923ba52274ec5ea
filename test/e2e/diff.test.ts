import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { find } from '../support/programs.ts';
import { Workspace } from './workspace.ts';

/** The example homelab as the only commit of a repository. */
function repository(): Workspace {
  const work = new Workspace();
  git(work, ['init', '--quiet']);
  git(work, ['add', '--all']);
  git(work, ['commit', '--quiet', '-m', 'all']);
  return work;
}

function git(work: Workspace, args: readonly string[]): void {
  const author = ['-c', 'user.name=you', '-c', 'user.email=you@example.org'];
  const { status, stderr } = spawnSync('git', [...author, ...args], {
    cwd: work.root,
    env: work.environment(),
  });
  if (status !== 0) throw new Error(String(stderr));
}

interface Document {
  readonly objects: {
    change: string;
    object: string;
    fields: { op: string; field: string; sealed?: string; before?: unknown; after?: unknown }[];
  }[];
  readonly diagnostics: { code: string; origin?: { file: string; line: number } }[];
}

function diff(work: Workspace, ...args: string[]) {
  const ran = work.gantry(['diff', '--json', ...args]);
  const document = JSON.parse(ran.stdout) as Document;
  const fields = document.objects.flatMap(({ object, change, fields: own }) =>
    own.length === 0
      ? [`${change} ${object}`]
      : own.map(({ field, sealed, before, after }) =>
          [object, field, sealed ?? `${JSON.stringify(before)} ${JSON.stringify(after)}`].join(' '),
        ),
  );
  return { ...ran, document, fields };
}

test('a clean checkout differs in nothing, and no key is needed to say so', () => {
  const work = repository();
  work.remove('keys');
  expect(work.gantry(['diff', '--exit-code'])).toEqual({
    code: 0,
    stdout: 'no differences from HEAD\n',
    stderr: '',
  });
});

test('edits are told field by field; what a cluster refuses is told at the Nix line', () => {
  const work = repository();
  work.remove('keys');
  work.edit('modules/kubenix/apps/ntfy.nix', 'v2.18.0', 'v2.19.0');
  work.edit('modules/kubenix/apps/ntfy.nix', '"2Gi"', '"1Gi"');
  const { code, fields, document } = diff(work);
  expect(fields).toEqual([
    'Deployment applications/ntfy spec.template.spec.containers.main.image "docker.io/binwiederhier/ntfy:v2.18.0" "docker.io/binwiederhier/ntfy:v2.19.0"',
    'PersistentVolumeClaim applications/ntfy spec.resources.requests.storage "2Gi" "1Gi"',
  ]);
  expect(code).toBe(1);
  expect(document.diagnostics).toMatchObject([
    { code: 'upgrade/claim', origin: { file: 'modules/kubenix/apps/ntfy.nix', line: 24 } },
  ]);
  work.edit('modules/kubenix/apps/ntfy.nix', '"1Gi"', '"3Gi"');
  const grown = work.gantry(['diff', '--exit-code']);
  expect(grown).toMatchObject({ code: 1, stderr: '' });
  expect(grown.stdout).toContain('    ~ spec.resources.requests.storage  "2Gi" → "3Gi"\n');
  expect(grown.stdout).toContain('\n0 added, 2 changed, 0 removed, compared with HEAD\n');
});

test('a module that goes takes its objects along; a new one adds some', () => {
  const work = repository();
  work.write(
    'modules/kubenix/apps/web.nix',
    '{ kubernetes.resources.configMaps.web.data.a = "b"; }',
  );
  work.remove('modules/kubenix/apps/ntfy.nix');
  const { fields, document, code } = diff(work);
  expect(code).toBe(0);
  expect(fields).toEqual(
    expect.arrayContaining([
      'removed PersistentVolumeClaim applications/ntfy',
      'added ConfigMap web',
    ]),
  );
  expect(document.diagnostics.map(({ code: id }) => id)).toEqual(['upgrade/data-loss']);
});

test('sealed values are told as changed or not, before they are written and afterwards', () => {
  const work = repository();
  const set = ['secrets', 'set', 'ntfy_web_push_private_key', '--value-from', 'stdin'];
  expect(work.gantry(set, { input: 'canary-value' }).code).toBe(0);
  const changed = ['Secret applications/ntfy-secrets stringData.NTFY_WEB_PUSH_PRIVATE_KEY changed'];
  const before = diff(work);
  expect(before.fields).toEqual(changed);
  expect(work.gantry(['manifests']).code).toBe(0);
  const after = diff(work);
  expect(after.fields).toEqual(changed);
  expect(before.stdout + after.stdout).not.toContain('canary-value');
});

test('where a module with sealed values changed, only a key can tell which of them did', () => {
  const work = repository();
  work.edit('modules/kubenix/apps/openclaw-config.enc.nix', '"production"', '"canary-value"');
  const { fields, stdout } = diff(work);
  expect(fields).toHaveLength(4);
  expect(fields.every((field) => field.endsWith(' unknown'))).toBe(true);
  expect(work.gantry(['manifests']).code).toBe(0);
  expect(diff(work).fields).toEqual([
    'Secret applications/openclaw-secrets stringData.NODE_ENV changed',
  ]);
  expect(stdout).not.toContain('canary-value');
});

test('another checkout, and a folder of manifest files, are compared as revisions are', () => {
  const work = repository();
  const other = join(dirname(work.root), 'other');
  cpSync(work.root, other, { recursive: true });
  work.edit('modules/kubenix/apps/ntfy.nix', 'v2.18.0', 'v2.19.0');
  const [first, second] = [diff(work, '--against', other), diff(work, '--against', '.k8s')];
  expect(first.fields).toHaveLength(1);
  expect(second.fields).toEqual(first.fields);
  const unknown = work.gantry(['diff', '--against', '--upload-pack=x']);
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('use/revision') });
});

test('a run warns of what a cluster would refuse, before and after it wrote it, until it is committed', () => {
  const work = repository();
  work.edit('modules/kubenix/apps/ntfy.nix', '"2Gi"', '"1Gi"');
  const says = expect.stringMatching(
    /warning\[upgrade\/claim\] PersistentVolumeClaim applications\/ntfy: .*\n {2}modules\/kubenix\/apps\/ntfy\.nix:24:/,
  );
  expect(work.gantry(['manifests', '--dry-run'])).toMatchObject({ code: 0, stderr: says });
  expect(work.gantry(['manifests'])).toMatchObject({ code: 0, stderr: says });
  expect(work.gantry(['manifests'])).toMatchObject({ code: 0, stderr: says });
  symlinkSync(find('nix') ?? '', join(work.home, 'nix'));
  const withoutGit = work.gantry(['manifests'], { env: { PATH: work.home } });
  expect(withoutGit).toMatchObject({ code: 0, stderr: '' });
  git(work, ['commit', '--quiet', '-am', 'smaller']);
  expect(work.gantry(['manifests'])).toMatchObject({ code: 0, stderr: '' });
});

test('settings hold for these warnings, and without a commit there are none', () => {
  const work = new Workspace();
  git(work, ['init', '--quiet']);
  git(work, ['add', '--all']);
  work.edit('modules/kubenix/apps/ntfy.nix', '"2Gi"', '"1Gi"');
  expect(work.gantry(['manifests'])).toMatchObject({ code: 0, stderr: '' });
  const known = repository();
  known.edit('modules/kubenix/apps/ntfy.nix', '"2Gi"', '"1Gi"');
  known.edit('gantry.nix', 'demo = true;', 'demo = true; rules."upgrade/*" = "off";');
  expect(known.gantry(['manifests'])).toMatchObject({ code: 0, stderr: '' });
});
