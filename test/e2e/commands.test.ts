import { describe, expect, test } from 'vitest';
import { Workspace } from './workspace.ts';

describe('gmanifests', () => {
  test('--json prints the bundle and nothing else on stdout', () => {
    const ran = new Workspace().gantry(['gmanifests', '--json']);
    const bundle = JSON.parse(ran.stdout) as {
      contract: string;
      modules: Record<string, { output: string; encrypt: boolean }>;
    };
    expect(bundle.contract).toBe('gantry/v1');
    expect(
      Object.entries(bundle.modules).map(([module, { output, encrypt }]) => [
        module,
        output,
        encrypt,
      ]),
    ).toEqual([
      ['apps/ntfy-secrets.enc.nix', 'apps/ntfy-secrets.enc.yaml', true],
      ['apps/ntfy.nix', 'apps/ntfy.yaml', false],
      ['apps/openclaw-config.enc.nix', 'apps/openclaw-config.enc.yaml', true],
      ['apps/openclaw.nix', 'apps/openclaw.enc.yaml', true],
      ['bootstrap/namespaces.nix', 'bootstrap/namespaces.yaml', false],
      ['network/load-balancer.nix', 'network/load-balancer.yaml', false],
    ]);
  });

  test('--out writes the clear files as they stand in the tree, and leaves the encrypted ones out', () => {
    const work = new Workspace();
    expect(work.gantry(['gmanifests', '--out', 'preview']).code).toBe(0);
    expect(Object.keys(work.snapshot('preview'))).toEqual([
      'apps/ntfy.yaml',
      'bootstrap/namespaces.yaml',
      'network/load-balancer.yaml',
    ]);
    expect(work.read('preview/apps/ntfy.yaml')).toBe(work.read('.k8s/apps/ntfy.yaml'));
  });

  test('--with-sealed writes the encrypted ones too, without any value', () => {
    const work = new Workspace();
    expect(work.gantry(['gmanifests', '--out', 'preview', '--with-sealed']).code).toBe(0);
    const text = work.read('preview/apps/openclaw-config.enc.yaml');
    expect(text).toContain("OPENCLAW_GATEWAY_TOKEN: '[sealed]'");
    expect(text).not.toContain('ref+');
  });

  test('a folder inside the tree is refused', () => {
    expect(new Workspace().gantry(['gmanifests', '--out', '.k8s/preview'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('use/out-in-tree'),
    });
  });
});

describe('secrets', () => {
  test('ls lists keys and their modules without a key', () => {
    const work = new Workspace();
    work.remove('keys');
    work.gantry(['secrets', 'ls']);
    const { keys } = JSON.parse(work.gantry(['secrets', 'ls', '--json']).stdout) as {
      keys: unknown[];
    };
    expect(keys).toContainEqual({
      store: 'secrets/k8s-secrets.enc.yaml',
      key: 'openclaw_gateway_token',
      usedBy: ['apps/openclaw-config.enc.nix'],
      exists: true,
    });
  });

  test('set makes a store, and no value shows anywhere', () => {
    const work = new Workspace();
    const args = [
      'secrets',
      'set',
      'api/token',
      '--store',
      'secrets/new.enc.yaml',
      '--value-from',
      'stdin',
      '--json',
    ];
    const ran = work.gantry(args, { input: 'canary-value\n' });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout + work.read('secrets/new.enc.yaml')).not.toContain('canary-value');
    const again = work.gantry(args, { input: 'canary-value\n' });
    expect(again.code).toBe(0);
    expect(work.gantry(['secrets', 'ls']).stdout).toContain(
      'secrets/new.enc.yaml#api/token  unused',
    );
  });
});

describe('the command line itself', () => {
  test('--help shows examples and exit codes', () => {
    const ran = new Workspace().gantry(['--help']);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('Exit codes:') });
  });

  test.each([
    ['an unknown command', ['manifest'], 'did you mean `manifests`?'],
    ['an unknown option', ['manifests', '--dry-ru'], 'did you mean `--dry-run`?'],
    ['a missing argument', ['secrets', 'set', 'x'], '--value-from'],
  ])('%s is wrong use, with a near miss', (_title, args, words) => {
    const ran = new Workspace().gantry(args);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(words);
  });
});
