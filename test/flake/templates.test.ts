import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitAll, git, gitEnvironment, type Checkout } from './checkout.ts';
import { sharedCheckout } from './shared-checkout.ts';
import { nix, nixBuilds, nixEvaluates, type Ended, nixRun, LOCAL_INPUTS } from './nix.ts';
import { userRepository } from './user-repository.ts';

const CLI = new URL('../../dist/cli.js', import.meta.url).pathname;

let gantry: string;

beforeAll(() => {
  gantry = sharedCheckout();
});

test.skipIf(!nixEvaluates).each(['default', 'homelab'])(
  'template %s: gantry init and nix flake init give the same tree',
  (name) => {
    const work = mkdtempSync(join(tmpdir(), 'gantry-template-'));
    const [byNix, byGantry] = [join(work, 'nix'), join(work, 'gantry')];
    mkdirSync(byNix);
    const made = nix(byNix, ['flake', 'init', '-t', `git+file://${gantry}#${name}`]);
    const init = spawnSync(process.execPath, [CLI, 'init', byGantry, '--template', name]);
    const diff = spawnSync('diff', ['--recursive', byNix, byGantry], { encoding: 'utf8' });
    rmSync(work, { recursive: true });
    expect([made.code, init.status, diff.stdout], made.stderr).toEqual([0, 0, '']);
  },
);

describe.skipIf(!nixBuilds)('a repository made from template homelab', () => {
  let user: Checkout;

  beforeAll(() => {
    user = userRepository(join(gantry, 'templates/homelab'), gantry);
    process.env['SOPS_AGE_KEY_FILE'] = join(user.folder, '.git/key');
  });

  afterAll(() => {
    delete process.env['SOPS_AGE_KEY_FILE'];
    user.remove();
  });

  function check(): Ended {
    return nix(user.folder, ['flake', 'check', '--print-build-logs']);
  }

  test('before there is a key it says what is wrong with .sops.yaml', () => {
    const { code, stderr } = nixRun(user.folder, 'manifests');
    expect(code).toBe(2);
    expect(stderr).toContain('.sops.yaml');
  });

  test('key, first secret, make manifests, commit: the check is green', () => {
    const key = spawnSync('age-keygen', ['-o', join(user.folder, '.git/key')], {
      encoding: 'utf8',
    });
    const recipient = /age1\w+/.exec(key.stderr)?.[0] ?? '';
    const rules = join(user.folder, '.sops.yaml');
    writeFileSync(rules, readFileSync(rules, 'utf8').replace('age1..', recipient));
    const value = join(user.folder, '.git/value');
    writeFileSync(value, 'canary-value\n');
    const set = ['set', 'ntfy_web_push_private_key', '--value-from', value];
    expect(nixRun(user.folder, 'secrets', set)).toMatchObject({ code: 0 });
    git(user.folder, ['add', '--all']);
    const made = make('manifests');
    expect(made.code, made.stderr).toBe(0);
    commitAll(user.folder);
    const fresh = check();
    expect(fresh.code, fresh.stderr).toBe(0);
    expect(program('git', ['grep', '-c', 'canary', 'HEAD'])).toMatchObject({ code: 1, stdout: '' });
  });

  test.each([
    ['stale', 'config/default.nix', (text: string) => text.replace('home.example', 'isle.example')],
    ['hand-edited', '.k8s/apps/ntfy.yaml', (text: string) => text.replace('v2.18.0', 'v2.17.0')],
    ['missing', '.k8s/bootstrap/namespaces.yaml', () => undefined],
  ])('a tree that is %s fails the check by that name', (word, path, change) => {
    const file = join(user.folder, path);
    const text = change(readFileSync(file, 'utf8'));
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    const { code, stderr } = check();
    git(user.folder, ['checkout', '--quiet', '.']);
    expect(code).not.toBe(0);
    expect(stderr).toContain(`error[check/${word}]`);
  });

  describe('the commit hook', () => {
    test('passes what gantry wrote', () => {
      appendFileSync(join(user.folder, 'README.md'), '\n');
      expect(make('hooks').code).toBe(0);
      git(user.folder, ['add', '--all']);
      expect(commit()).toMatchObject({ code: 0 });
    });

    test.each([
      ['secrets/other.enc.yaml', 'token: canary\n', 'is not encrypted'],
      ['secrets/größe.enc.yaml', 'token: canary\n', 'is not encrypted'],
      ['.k8s/x.yaml', 'apiVersion: v1\nkind: Secret\n', 'holds a Secret in the clear'],
      ['notes.txt', 'AGE-SECRET-KEY-1QQQQQQQ\n', 'holds a private key'],
    ])('refuses %s', (path, text, words) => {
      writeFileSync(join(user.folder, path), text);
      git(user.folder, ['add', '--all']);
      const { code, stderr } = commit();
      git(user.folder, ['reset', '--quiet', '--hard']);
      expect(code).not.toBe(0);
      expect(stderr).toContain(`${path} ${words}`);
      expect(stderr).not.toContain('canary');
    });
  });

  function make(target: string): Ended {
    return program('make', [target, `ARGS=${LOCAL_INPUTS.join(' ')}`]);
  }

  function commit(): Ended {
    return program('git', ['commit', '--quiet', '--message', 'x']);
  }

  function program(name: string, args: readonly string[]): Ended {
    const { status, stdout, stderr } = spawnSync(name, args, {
      cwd: user.folder,
      encoding: 'utf8',
      env: { ...withoutMake(gitEnvironment()), NIX_CONFIG: 'substituters =' },
    });
    return { code: status, stdout, stderr };
  }
});

test('gantry init leaves what is there alone, and is content with its own files', () => {
  const work = mkdtempSync(join(tmpdir(), 'gantry-init-'));
  const init = (): Ended => {
    const ended = spawnSync(process.execPath, [CLI, 'init', work], { encoding: 'utf8' });
    return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
  };
  writeFileSync(join(work, 'gantry.nix'), '{ }');
  const refused = init();
  rmSync(join(work, 'gantry.nix'));
  const ended = [init(), init()];
  rmSync(work, { recursive: true });
  expect(refused).toMatchObject({
    code: 5,
    stderr: expect.stringContaining('gantry.nix is there'),
  });
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
});

/** Under `make test ARGS=…` the variables of that make would reach the Makefile of the template. */
function withoutMake(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(MAKE|MFLAGS$|ARGS$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !own.test(name)));
}
