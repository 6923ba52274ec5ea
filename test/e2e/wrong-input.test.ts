import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Workspace, type Ran } from './workspace.ts';

interface WrongInput {
  readonly title: string;
  /** Makes the input wrong. */
  readonly given: (work: Workspace) => void;
  readonly code: number;
  /** What the one diagnostic says: each must be found on stderr. */
  readonly says: readonly (string | RegExp)[];
  /** How many errors there are; 1 unless told. */
  readonly errors?: number;
  readonly env?: (work: Workspace) => Record<string, string>;
}

const MODULES = 'modules/kubenix/apps';
const IDENTITY = 'keys/demo-only.agekey';

const CASES: readonly WrongInput[] = [
  {
    title: 'no gantry.nix',
    given: (work) => {
      work.remove('gantry.nix');
    },
    code: 2,
    says: ['use/no-project', '--project DIR'],
  },
  {
    title: 'no Nix',
    given: () => undefined,
    env: () => ({ PATH: '/nowhere' }),
    code: 3,
    says: ['nix/missing', 'make setup'],
  },
  {
    title: 'a Nix syntax error',
    given: (work) => {
      work.edit(`${MODULES}/ntfy.nix`, 'args = {', 'args = ');
    },
    code: 3,
    says: ['syntax error', `${MODULES}/ntfy.nix:`],
  },
  {
    title: 'merge conflicts in two modules',
    given: (work) => {
      for (const module of ['ntfy', 'openclaw'])
        work.edit(
          `${MODULES}/${module}.nix`,
          /^/,
          '<<<<<<< HEAD\n{ a = 1; }\n=======\n{ a = 2; }\n>>>>>>> other\n',
        );
    },
    code: 1,
    says: ['git/conflict', `${MODULES}/ntfy.nix:1:1`, `${MODULES}/openclaw.nix:1:1`],
  },
  {
    title: 'type errors in two modules at once',
    given: (work) => {
      work.edit(`${MODULES}/ntfy.nix`, 'port = 8080;', 'port = "8080";');
      work.edit(`${MODULES}/openclaw.nix`, 'manifest.encrypt = true;', 'manifest.encrypt = "yes";');
    },
    code: 3,
    errors: 2,
    says: [
      /ntfy\.nix:\d+:\d+\n +\d+ \| port = "8080";\n +\| \^{4}\n/,
      /openclaw\.nix:\d+:\d+\n +\d+ \| manifest\.encrypt = "yes";/,
    ],
  },
  {
    title: 'a throw',
    given: (work) => {
      work.edit(`${MODULES}/ntfy.nix`, 'port = 8080;', 'port = throw "no port yet";');
    },
    code: 3,
    says: ['no port yet', `${MODULES}/ntfy.nix:`],
  },
  {
    title: 'an unknown argument of mkProject',
    given: (work) => {
      work.edit('gantry.nix', 'project = "homelab"', 'projct = "homelab"');
    },
    code: 3,
    says: ['projct', 'project', 'gantry.nix'],
  },
  {
    title: 'a missing secret key, with near misses',
    given: (work) => {
      work.edit(
        `${MODULES}/openclaw-config.enc.nix`,
        'openclaw_gateway_token',
        'openclaw_gateway_tokn',
      );
    },
    code: 4,
    says: ['holds no key "openclaw_gateway_tokn"', 'did you mean "openclaw_gateway_token"?'],
  },
  {
    title: 'a store that does not exist',
    given: (work) => {
      work.remove('secrets');
    },
    code: 4,
    says: ['secrets/k8s-secrets.enc.yaml does not exist'],
  },
  {
    title: 'a store without a matching identity',
    given: (work) => {
      work.write(
        IDENTITY,
        'AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7\n',
      );
      work.edit(`${MODULES}/openclaw-config.enc.nix`, 'production', 'development');
    },
    code: 4,
    says: ['secrets/wrong-identity', '(from ', '.k8s/apps/openclaw-config.enc.yaml'],
    errors: 2,
  },
  {
    title: 'a tampered store',
    given: (work) => {
      work.edit('secrets/k8s-secrets.enc.yaml', /^(ntfy_database_password): .*$/m, '$1: ""');
      work.edit(`${MODULES}/openclaw-config.enc.nix`, 'production', 'development');
    },
    code: 4,
    says: ['secrets/bad-mac', 'secrets/k8s-secrets.enc.yaml'],
  },
  {
    title: 'a malformed .sops.yaml',
    given: (work) => {
      work.write('.sops.yaml', 'creation_rules:\n  - path_regex: "(?!x)"\n    age: nobody\n');
    },
    code: 2,
    errors: 2,
    says: ['config/sops-yaml', /\.sops\.yaml:\d/],
  },
  {
    title: 'no rule for an encrypted file',
    given: (work) => {
      work.edit('.sops.yaml', '^\\.k8s/.*\\.enc\\.yaml$', '^elsewhere/');
    },
    code: 2,
    says: ['(3 places)', 'config/no-rule', '.k8s/apps/openclaw.enc.yaml'],
  },
  {
    title: 'a rule that would encrypt the kind',
    given: (work) => {
      work.edit(
        '.sops.yaml',
        'encrypted_regex: ^(data|stringData)$',
        'unencrypted_regex: ^apiVersion$',
      );
    },
    code: 2,
    says: ['kind', '(3 places)'],
  },
  {
    title: 'a publicly known recipient outside demonstrations',
    given: (work) => {
      work.edit('gantry.nix', 'demo = true;', '');
    },
    code: 2,
    says: ['(3 places)', 'config/public-recipient', 'age-keygen'],
  },
  {
    title: 'a placeholder in a file that is not encrypted',
    given: (work) => {
      work.edit(
        `${MODULES}/ntfy.nix`,
        '[ "serve" ]',
        '[ "serve" (kubenix.lib.secretsFor "ntfy_database_password") ]',
      );
    },
    code: 1,
    says: ['placeholder/in-clear', 'manifest.encrypt = true', '.k8s/apps/ntfy.yaml'],
  },
  {
    title: 'a placeholder at a path that the rule leaves clear',
    given: (work) => {
      work.edit(
        `${MODULES}/openclaw-config.enc.nix`,
        'metadata.namespace',
        'metadata.annotations.token = kubenix.lib.secretsFor "ntfy_database_password";\n    metadata.namespace',
      );
    },
    code: 1,
    says: ['placeholder/clear-path', 'metadata.annotations.token'],
  },
  {
    title: 'a placeholder without an end',
    given: (work) => {
      work.edit(
        `${MODULES}/openclaw-config.enc.nix`,
        '"production"',
        '"{\\"a\\":\\"ref+sops://secrets/k8s-secrets.enc.yaml#a\\",\\"b\\":1}"',
      );
    },
    code: 1,
    says: ['reference/malformed', 'close it with `+`'],
  },
  {
    title: 'a command in a placeholder',
    given: (work) => {
      work.edit(`${MODULES}/openclaw-config.enc.nix`, '"production"', '"ref+exec://id/-u"');
    },
    code: 1,
    says: ['reference/scheme', 'never run'],
  },
  {
    title: 'two modules with one output',
    given: (work) => {
      work.write(`${MODULES}/openclaw.enc.nix`, work.read(`${MODULES}/openclaw.nix`));
    },
    code: 1,
    says: ['layout/duplicate-output', 'apps/openclaw.enc.nix and apps/openclaw.nix'],
  },
  {
    title: 'a lock file of another format',
    given: (work) => {
      work.write('manifests.lock', 'apps/ntfy.yaml 5f2c\n');
    },
    code: 2,
    says: ['config/foreign-lock', '--adopt'],
  },
  {
    title: 'a lock file with a broken line',
    given: (work) => {
      work.edit('manifests.lock', /^objects .*$/m, 'objects sha256:12');
    },
    code: 2,
    says: ['config/lock', 'manifests.lock:4'],
  },
  {
    title: 'a lock file with a merge conflict',
    given: (work) => {
      work.edit('manifests.lock', /^(objects .*)$/m, '<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> x');
    },
    code: 1,
    says: ['git/conflict', 'manifests.lock:4'],
  },
  {
    title: 'a float that does not cross',
    given: (work) => {
      work.edit(
        'modules/kubenix/network/load-balancer.nix',
        '.spec.blocks',
        '.spec.ratio = 0.123456789;\n  kubernetes.resources.ciliumLoadBalancerIPPools.homelab.spec.blocks',
      );
    },
    code: 3,
    says: ['0.123456789', 'write a string'],
  },
  {
    title: 'a module that reads a key file',
    given: (work) => {
      work.edit(
        `${MODULES}/ntfy.nix`,
        '"docker.io/binwiederhier/ntfy:v2.18.0"',
        '"x:${builtins.readFile ../../../keys/demo-only.agekey}"',
      );
    },
    code: 3,
    says: ['keys/demo-only.agekey', 'withheld'],
  },
  {
    title: 'a folder where a file is to be written',
    given: (work) => {
      work.remove('.k8s/apps/ntfy.yaml');
      mkdirSync(join(work.root, '.k8s/apps/ntfy.yaml'));
    },
    code: 2,
    says: ['.k8s/apps/ntfy.yaml'],
  },
  {
    title: 'a symbolic link that leads out of the project',
    given: (work) => {
      work.remove('.k8s/apps');
      mkdirSync(join(work.home, 'elsewhere'));
      symlinkSync(join(work.home, 'elsewhere'), join(work.root, '.k8s/apps'));
    },
    code: 5,
    says: ['write/outside', '(4 places)'],
  },
  {
    title: 'an unwritable tree',
    given: (work) => {
      work.remove('.k8s');
      writeFileSync(join(work.root, '.k8s'), 'a file');
    },
    code: 5,
    says: ['write/failed', 'ENOTDIR', '(6 places)'],
  },
  {
    title: 'a file of somebody else at the path of an output',
    given: (work) => {
      work.write(`${MODULES}/new.nix`, '{ kubernetes.resources.configMaps.new.data.a = "b"; }');
      work.write('.k8s/apps/new.yaml', 'mine: true\n');
    },
    code: 2,
    says: ['use/not-adopted', '--adopt'],
  },
];

function errorsOf({ stderr }: Ran): number {
  return stderr.split('\n').filter((line) => line.startsWith('error[')).length;
}

describe('wrong input is told clearly, and the tree stays as it was', () => {
  test.each(CASES)('$title', ({ given, code, says, errors = 1, env }) => {
    const work = new Workspace();
    given(work);
    const before = work.snapshot();
    const ran = work.gantry(['manifests'], { env: env?.(work) ?? {} });
    for (const words of says) expect(ran.stderr).toMatch(words);
    expect([ran.code, errorsOf(ran)]).toEqual([code, errors]);
    expect(ran.stderr).not.toMatch(/AGE-SECRET-KEY|at .*\.js:\d+/);
    expect(work.snapshot()).toEqual(before);
  });
});

describe('what a module can see of keys', () => {
  test('nothing of SOPS_AGE_KEY', () => {
    const work = new Workspace();
    work.edit(
      `${MODULES}/ntfy.nix`,
      '"docker.io/binwiederhier/ntfy:v2.18.0"',
      '"seen:x${builtins.getEnv "SOPS_AGE_KEY"}${builtins.getEnv "HOME"}"',
    );
    const ran = work.gantry(['manifests'], { env: { SOPS_AGE_KEY: 'AGE-SECRET-KEY-1CANARY' } });
    expect(ran.code).toBe(0);
    expect(work.read('.k8s/apps/ntfy.yaml')).toMatch(/image: seen:x$/m);
  });

  test('nothing of a key file that SOPS_AGE_KEY_FILE names', () => {
    const work = new Workspace();
    work.write('private/identity', 'no header, but named by the environment\n');
    work.edit(
      `${MODULES}/ntfy.nix`,
      '"docker.io/binwiederhier/ntfy:v2.18.0"',
      '"x:${builtins.readFile ../../../private/identity}"',
    );
    const ran = work.gantry(['manifests'], {
      env: { SOPS_AGE_KEY_FILE: join(work.root, 'private/identity') },
    });
    expect([ran.code, ran.stderr.includes('withheld')]).toEqual([3, true]);
  });
});

test.skipIf(process.getuid?.() === 0)('a read-only folder is told', () => {
  const work = new Workspace();
  work.edit(`${MODULES}/ntfy.nix`, 'v2.18.0', 'v2.19.0');
  chmodSync(join(work.root, '.k8s/apps'), 0o555);
  const before = work.snapshot();
  const ran = work.gantry(['manifests']);
  chmodSync(join(work.root, '.k8s/apps'), 0o755);
  expect([ran.code, ran.stderr.includes('EACCES')]).toEqual([5, true]);
  expect(work.snapshot()).toEqual(before);
});
