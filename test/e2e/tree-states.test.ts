import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPOSITORY, Workspace } from './workspace.ts';

const CLEAR = '.k8s/apps/ntfy.yaml';
const SEALED = '.k8s/apps/openclaw-config.enc.yaml';
const OTHER = 'age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun';

/** The codes of the errors that a check finds, each once. */
function checkCodes(work: Workspace): string[] {
  const ran = work.gantry(['check', '--json']);
  const { diagnostics } = JSON.parse(ran.stdout) as {
    diagnostics: { code: string; severity: string }[];
  };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(ran.code).toBe(errors.length === 0 ? 0 : 1);
  return [...new Set(errors.map(({ code }) => code))];
}

describe('the check tells, without a key, what is wrong with the tree; a run mends it', () => {
  test.each<[string, (work: Workspace) => void, string[]]>([
    [
      'a stale clear file',
      (work) => {
        work.edit('modules/kubenix/apps/ntfy.nix', 'v2.18.0', 'v2.19.0');
      },
      ['check/stale'],
    ],
    [
      'a stale encrypted file',
      (work) => {
        work.edit('modules/kubenix/apps/openclaw-config.enc.nix', 'production', 'test');
      },
      ['check/stale'],
    ],
    [
      'a clear file edited by hand',
      (work) => {
        work.edit(CLEAR, 'replicas: 1', 'replicas: 2');
      },
      ['check/hand-edited'],
    ],
    [
      'an encrypted file edited by hand',
      (work) => {
        work.edit(SEALED, 'name: openclaw-secrets', 'name: other');
      },
      ['check/hand-edited'],
    ],
    [
      'a missing file',
      (work) => {
        work.remove(CLEAR);
      },
      ['check/missing'],
    ],
    [
      'a file that no module makes',
      (work) => {
        work.remove('modules/kubenix/bootstrap');
      },
      ['check/extra'],
    ],
    [
      'a file that the lock does not name',
      (work) => {
        work.edit('manifests.lock', /^file apps\/ntfy\.yaml\n(.+\n)*/m, '');
      },
      ['check/stale-lock'],
    ],
    [
      'another recipient in the rules',
      (work) => {
        work.edit('.sops.yaml', /age: \*demo/, `age: [*demo, ${OTHER}]`);
      },
      ['check/stale', 'check/recipients'],
    ],
  ])('%s', (_title, given, codes) => {
    const work = new Workspace();
    given(work);
    expect(checkCodes(work)).toEqual(codes);
    expect(work.gantry(['manifests']).code).toBe(0);
    expect(work.gantry(['check', '--decrypt']).code).toBe(0);
  });
});

describe('an output with a bad MAC', () => {
  test('is written anew, with a warning', () => {
    const work = new Workspace();
    work.edit(SEALED, 'name: openclaw-secrets', 'name: other');
    const ran = work.gantry(['manifests']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('warning[output/written-anew]'),
    });
    expect(work.read(SEALED)).toContain('name: openclaw-secrets');
  });
});

describe('a lock file that git merged line by line', () => {
  test('is accepted, verified, and written as it should be', () => {
    const work = new Workspace();
    const lock = work.read('manifests.lock');
    const other = `sha256:${'0'.repeat(64)}`;
    work.edit(
      'manifests.lock',
      /^(file apps\/ntfy\.yaml\n)/m,
      `$1objects ${other}\nwritten ${other}\n`,
    );
    expect(checkCodes(work)).toEqual(['check/stale-lock']);
    const tree = work.snapshot('.k8s');
    expect(work.gantry(['manifests']).code).toBe(0);
    expect([work.read('manifests.lock'), work.snapshot('.k8s')]).toEqual([lock, tree]);
  });
});

describe('a repository that another tool wrote', () => {
  test('is taken over with --adopt; encrypted files of equal values keep their bytes', () => {
    const work = new Workspace();
    const tree = work.snapshot('.k8s');
    work.write('manifests.lock', 'apps/ntfy.yaml 5f2c\n');
    work.write('.k8s/apps/foreign.yaml', 'kind: Foreign\n');
    expect(work.gantry(['manifests', '--adopt']).code).toBe(0);
    const { 'apps/foreign.yaml': foreign, ...rest } = work.snapshot('.k8s');
    expect(foreign).toBeDefined();
    expect(rest).toEqual(tree);
    expect(checkCodes(work)).toEqual([]);
  });
});

describe('a module with a chart that is not rendered', () => {
  const CHART = `{ kubenix, ... }: {
    kubernetes.helm.releases.metrics = {
      chart = kubenix.lib.helm.fetch { chart = "metrics-server"; repo = "https://charts.example"; version = "3.12.0"; sha256 = "0000000000000000000000000000000000000000000000000000"; };
      namespace = "kube-system";
    };
  }`;

  test('is listed, and everything else goes on; with --strict it is a finding', () => {
    const work = new Workspace();
    work.write('modules/kubenix/apps/metrics.nix', CHART);
    work.edit('modules/kubenix/apps/ntfy.nix', 'v2.18.0', 'v2.19.0');
    const ran = work.gantry(['manifests']);
    expect(ran).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('apps/metrics.nix needs helm to render metrics-server'),
    });
    expect(ran.stdout).toMatch(/1 needs helm[^]*1 file written/);
    expect(work.exists('.k8s/apps/metrics.yaml')).toBe(false);
    expect(work.gantry(['check', '--strict'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('error[helm/needed]'),
    });
  });
});

describe('text that merely mentions a placeholder', () => {
  test('stays as it is where the module says so', () => {
    const work = new Workspace();
    const text = 'write ref+sops://FILE#KEY';
    work.write(
      'modules/kubenix/apps/docs.nix',
      `{ manifest.placeholders = false; kubernetes = { namespace = "applications"; resources.configMaps.docs.data.text = "${text}"; }; }`,
    );
    expect(work.gantry(['manifests'])).toMatchObject({ code: 0, stderr: '' });
    expect(work.read('.k8s/apps/docs.yaml')).toContain(`text: ${text}`);
  });
});

test('two runs at once both succeed, one after the other', async () => {
  const work = new Workspace();
  work.remove('.k8s');
  work.remove('manifests.lock');
  const runs = [1, 2].map(() =>
    spawn(process.execPath, [join(REPOSITORY, 'dist', 'cli.js'), 'manifests'], {
      cwd: work.root,
      env: work.environment(),
      stdio: 'ignore',
    }),
  );
  const codes = await Promise.all(
    runs.map(async (run) => ((await once(run, 'exit')) as [number])[0]),
  );
  expect(codes).toEqual([0, 0]);
  expect(checkCodes(work)).toEqual([]);
});
