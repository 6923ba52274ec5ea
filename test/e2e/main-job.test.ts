import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { find, has } from '../support/programs.ts';
import { Workspace } from './workspace.ts';
import { witness } from './witness.ts';

const IDENTITY = 'keys/demo-only.agekey';
const TOKEN = 'f'.repeat(64);

describe('a clean clone', () => {
  test('is left untouched, and no store is opened', () => {
    const work = new Workspace();
    work.remove(IDENTITY);
    const before = work.snapshot();
    const ran = work.gantry(['manifests']);
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(
      /^nothing changed: 0 files written, 6 unchanged, 0 removed; 0 secrets resolved/m,
    );
    expect(work.snapshot()).toEqual(before);
  });

  test('passes the keyless check', () => {
    const work = new Workspace();
    work.remove(IDENTITY);
    expect(work.gantry(['check'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('passes the check by value with a key', () => {
    expect(new Workspace().gantry(['check', '--decrypt'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('the first run', () => {
  test.skipIf(!has('age'))('writes files that an independent program opens', () => {
    const work = new Workspace();
    work.remove('.k8s');
    work.remove('manifests.lock');
    work.gantry(['secrets', 'set', 'openclaw_gateway_token', '--value-from', 'stdin'], {
      input: `${TOKEN}\n`,
    });
    const ran = work.gantry(['manifests']);
    expect(ran.code).toBe(0);
    const opened = work
      .encryptedFiles()
      .map((file) => witness(join(work.root, file), join(work.root, IDENTITY)));
    expect(opened.map(({ macHolds }) => macHolds)).toEqual([true, true, true]);
    const objects = opened.flatMap(({ documents }) => documents) as {
      kind: string;
      metadata: { name: string };
      stringData?: unknown;
    }[];
    const secret = objects.find(
      ({ kind, metadata }) => kind === 'Secret' && metadata.name === 'openclaw-secrets',
    );
    expect(secret?.stringData).toEqual({
      NODE_ENV: 'production',
      OPENCLAW_CONFIG_PATH: '/home/node/.openclaw/openclaw.json',
      OPENCLAW_DATA_DIR: '/home/node/.openclaw',
      OPENCLAW_GATEWAY_TOKEN: TOKEN,
    });
    expect(
      objects
        .filter(({ metadata }) => metadata.name.startsWith('openclaw'))
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([
      'ConfigMap',
      'PersistentVolumeClaim',
      'Secret',
      'Service',
      'ServiceAccount',
      'StatefulSet',
    ]);
  });

  test.skipIf(!has('sops'))('writes files that real sops opens', () => {
    const work = new Workspace();
    work.remove('.k8s');
    work.remove('manifests.lock');
    expect(work.gantry(['manifests']).code).toBe(0);
    for (const file of [...work.encryptedFiles(), 'secrets/k8s-secrets.enc.yaml']) {
      const env = work.environment({ SOPS_AGE_KEY_FILE: join(work.root, IDENTITY) });
      expect(() => execFileSync('sops', ['-d', join(work.root, file)], { env })).not.toThrow();
    }
  });

  test('resolves a placeholder inside a URL', () => {
    const work = new Workspace();
    const ran = work.gantry(['vmanifests', '--json']);
    const { references } = JSON.parse(ran.stdout) as {
      references: { name: string; resolves: boolean; modules: string[] }[];
    };
    expect(references.find(({ name }) => name.endsWith('#ntfy_database_password'))).toMatchObject({
      resolves: true,
      modules: ['apps/ntfy-secrets.enc.nix'],
    });
  });
});

describe('a second run', () => {
  test('changes no byte and no time of modification', () => {
    const work = new Workspace();
    work.edit('config/default.nix', 'home.example', 'house.example');
    expect(work.gantry(['manifests']).stdout).toMatch(/^1 file written, 5 unchanged/m);
    const before = work.snapshot();
    expect(work.gantry(['manifests']).stdout).toMatch(/^nothing changed/m);
    expect(work.snapshot()).toEqual(before);
  });
});

describe('a changed secret', () => {
  test('changes its value, the MAC and lastmodified in the manifest, and nothing else', () => {
    const work = new Workspace();
    const path = '.k8s/apps/openclaw-config.enc.yaml';
    const before = work.read(path).split('\n');
    const set = work.gantry(['secrets', 'set', 'openclaw_gateway_token', '--value-from', 'stdin'], {
      input: TOKEN,
    });
    expect(set).toMatchObject({
      code: 0,
      stdout: 'openclaw_gateway_token is set in secrets/k8s-secrets.enc.yaml\n',
    });
    expect(work.gantry(['manifests']).stdout).toMatch(
      /^1 file written, 5 unchanged, 0 removed; 1 secrets? resolved/m,
    );
    const after = work.read(path).split('\n');
    const changed = after
      .filter((line, index) => line !== before[index])
      .map((line) => line.trim().split(':')[0]);
    expect(after).toHaveLength(before.length);
    expect(changed).toEqual(['OPENCLAW_GATEWAY_TOKEN', 'lastmodified', 'mac']);
  });

  test('set to the same value changes nothing', () => {
    const work = new Workspace();
    const set = () =>
      work.gantry(['secrets', 'set', 'openclaw_gateway_token', '--value-from', 'stdin'], {
        input: TOKEN,
      });
    set();
    work.gantry(['manifests']);
    const before = work.snapshot();
    set();
    expect(work.gantry(['manifests']).stdout).toMatch(/^nothing changed/m);
    expect(work.snapshot()).toEqual(before);
  });
});

describe('without an identity', () => {
  test('a change in a module that is not encrypted goes through', () => {
    const work = new Workspace();
    work.remove(IDENTITY);
    work.edit('modules/kubenix/apps/ntfy.nix', 'v2.18.0', 'v2.19.0');
    const ran = work.gantry(['manifests']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/updated {2}\.k8s\/apps\/ntfy\.yaml: its module changed/);
    expect(work.read('.k8s/apps/ntfy.yaml')).toContain('ntfy:v2.19.0');
    expect(work.gantry(['check']).code).toBe(0);
  });

  test('a change in an encrypted module stops the run and names the file', () => {
    const work = new Workspace();
    work.remove(IDENTITY);
    work.edit('modules/kubenix/apps/openclaw-config.enc.nix', 'production', 'development');
    work.edit('modules/kubenix/apps/ntfy.nix', 'v2.18.0', 'v2.19.0');
    const before = work.snapshot();
    const ran = work.gantry(['manifests']);
    expect(ran.code).toBe(4);
    expect(ran.stderr).toContain('.k8s/apps/openclaw-config.enc.yaml');
    expect(work.snapshot()).toEqual(before);
    expect(work.gantry(['umanifests']).stdout).toMatch(
      /undecided \.k8s\/apps\/openclaw-config\.enc\.yaml: its module changed/,
    );
  });
});

describe('what a run removes', () => {
  test('a file whose module is gone, and the folder with it', () => {
    const work = new Workspace();
    work.write('.k8s/flux-system/gotk.yaml', 'kind: Kustomization\n');
    work.remove('modules/kubenix/network');
    expect(work.gantry(['check']).stderr).toMatch(/error\[check\/extra\]/);
    expect(work.gantry(['manifests']).stdout).toMatch(
      /removed {2}\.k8s\/network\/load-balancer\.yaml/,
    );
    expect([work.exists('.k8s/network'), work.exists('.k8s/flux-system/gotk.yaml')]).toEqual([
      false,
      true,
    ]);
    expect(work.gantry(['check']).code).toBe(0);
  });

  test('not a file that was edited by hand, unless it is given up', () => {
    const work = new Workspace();
    work.remove('modules/kubenix/network');
    work.write('.k8s/network/load-balancer.yaml', 'mine: true\n');
    expect(work.gantry(['manifests'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('use/edited-leftover'),
    });
    expect(work.read('.k8s/network/load-balancer.yaml')).toBe('mine: true\n');
    expect(work.gantry(['manifests', '--adopt']).code).toBe(0);
    expect(work.exists('.k8s/network')).toBe(false);
  });
});

describe('a lost lock file', () => {
  test('is rebuilt from the decrypted tree, whose bytes stay', () => {
    const work = new Workspace();
    const before = work.read('manifests.lock');
    const tree = work.snapshot('.k8s');
    work.remove('manifests.lock');
    expect(work.gantry(['check']).code).toBe(1);
    expect(work.gantry(['manifests']).code).toBe(0);
    expect(work.read('manifests.lock')).toBe(before);
    expect(work.snapshot('.k8s')).toEqual(tree);
  });
});

describe('some modules alone', () => {
  test('--only writes these and leaves the rest as it is', () => {
    const work = new Workspace();
    work.edit('config/default.nix', 'home.example', 'house.example');
    work.edit('config/kubernetes.nix', '10.10.0.39', '10.10.0.38');
    const ran = work.gantry(['manifests', '--only', 'apps/*']);
    expect(ran.stdout).toMatch(/4 modules/);
    expect([
      work.read('.k8s/apps/ntfy.yaml').includes('house.example'),
      work.read('.k8s/network/load-balancer.yaml').includes('10.10.0.39'),
    ]).toEqual([true, true]);
    expect(work.gantry(['check', '--only', 'apps/ntfy']).code).toBe(0);
    expect(work.gantry(['check']).stderr).toMatch(/load-balancer\.yaml is stale/);
  });

  test('a glob that matches nothing is wrong use', () => {
    expect(new Workspace().gantry(['manifests', '--only', 'nope/*'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('use/only'),
    });
  });
});

describe('a dry run', () => {
  test('says what would change and writes nothing', () => {
    const work = new Workspace();
    work.edit('modules/kubenix/apps/openclaw-config.enc.nix', 'production', 'development');
    const before = work.snapshot();
    const ran = work.gantry(['manifests', '--dry-run']);
    expect(ran.stdout).toMatch(
      /updated {2}\.k8s\/apps\/openclaw-config\.enc\.yaml \(4 of 11 values sealed\): its module changed/,
    );
    expect(ran.stdout).toMatch(/^dry run: 1 file would be written/m);
    expect(work.snapshot()).toEqual(before);
  });
});

describe('a scheme that the project lets vals resolve', () => {
  const SECRET = 'modules/kubenix/apps/openclaw-config.enc.nix';

  test('reaches the program over pipes, without the keys of SOPS', () => {
    const work = new Workspace();
    work.edit('gantry.nix', 'demo = true;', 'demo = true;\n    references.schemes = [ "vault" ];');
    work.edit(SECRET, '"production"', '"ref+vault://kv/app#/mode"');
    mkdirSync(join(work.home, 'nix-alone'));
    symlinkSync(find('nix') ?? '', join(work.home, 'nix-alone', 'nix'));
    const withoutVals = { PATH: join(work.home, 'nix-alone') };
    expect(work.gantry(['manifests'], { env: withoutVals })).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('secrets/vals-missing'),
    });
    work.write(
      'bin/vals',
      '#!/bin/sh\ncat >"$HOME/asked"\nenv >"$HOME/seen"\nprintf \'{"value":"from vals"}\'\n',
    );
    chmodSync(join(work.root, 'bin/vals'), 0o755);
    const env = {
      PATH: `${join(work.root, 'bin')}:${process.env['PATH'] ?? ''}`,
      VAULT_TOKEN: 't',
      SOPS_AGE_KEY: '',
    };
    expect(work.gantry(['manifests'], { env })).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(work.home, 'asked'), 'utf8')).toBe(
      '{"value":"ref+vault://kv/app#/mode"}',
    );
    expect(readFileSync(join(work.home, 'seen'), 'utf8')).toMatch(/^VAULT_TOKEN=t$/m);
    expect(readFileSync(join(work.home, 'seen'), 'utf8')).not.toContain('SOPS_');
    expect(work.gantry(['check'], { env }).stderr).toContain('info[check/needs-key]');
  });
});
