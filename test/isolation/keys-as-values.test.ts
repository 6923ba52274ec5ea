import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { Secret } from '../../src/core/secret.ts';
import { setSecret } from '../../src/pipeline/secrets/set.ts';
import { person, valueOf, type Person } from '../sops/fixture.ts';
import { Project } from '../support/project.ts';

let ann: Person;
let ben: Person;
let project: Project;

beforeAll(async () => {
  [ann, ben] = await Promise.all([person(), person()]);
});

beforeEach(() => {
  project = new Project(ann.identity);
  onTestFinished(() => {
    project.dispose();
  });
  writeRules('^(data|stringData)$');
  project.modules([]);
});

function writeRules(selection: string): void {
  project.write(
    '.sops.yaml',
    `creation_rules:\n  - path_regex: ^\\.k8s/\n    encrypted_regex: ${selection}\n    age: ${ann.recipient}\n  - age: ${ann.recipient}\n`,
  );
}

interface Made {
  readonly field?: 'data' | 'stringData';
  readonly annotations?: Record<string, string>;
  readonly encrypt?: boolean;
  readonly kind?: string;
}

/** What a run says of one object with a value; the canary is nowhere in it, and nothing was written when it failed. */
async function findings(value: string, made: Made = {}): Promise<string[]> {
  const { field = 'stringData', annotations, encrypt = true, kind = 'Secret' } = made;
  const metadata = { name: 'x', namespace: 'apps', ...(annotations && { annotations }) };
  const object = { apiVersion: 'v1', kind, metadata, [field]: { a: value } };
  project.modules([{ name: 'x', encrypt, objects: [object] }]);
  const result = await project.run();
  const found = result.ok ? result.value.diagnostics : result.diagnostics;
  expect(JSON.stringify(found)).not.toMatch(/AGE-SECRET-KEY-1|PRIVATE KEY-----/);
  return found.filter(isError).map(({ code }) => code);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

async function stored(value: string): Promise<string> {
  const secret = new Secret(value);
  valueOf(await setSecret({ key: 'value', value: secret }, project.options()));
  return 'ref+sops://secrets/store.enc.yaml#value';
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('no reference reads a key', () => {
  test.each([
    'ref+envsubst://$SOPS_AGE_KEY',
    'ref+envsubst://${SOPS_AGE_KEY}',
    'ref+envsubst://x-$SOPS_AGE_KEY_FILE',
    'ref+env://$AGE_IDENTITY',
    'ref+envsubst://$sops_age_key',
  ])('%s', async (reference) => {
    Object.assign(project.environment, { sops_age_key: ann.identity, AGE_IDENTITY: ann.identity });
    expect(await findings(reference)).toEqual(['reference/key']);
  });

  test.each(['local.agekey', './local.agekey', 'sub/../local.agekey', 'link', 'sub/link'])(
    'ref+file://%s',
    async (path) => {
      project.write('local.agekey', `# public key: ${ben.recipient}\n${ben.identity}\n`);
      mkdirSync(join(project.root, 'sub'));
      symlinkSync('local.agekey', join(project.root, 'link'));
      symlinkSync('../local.agekey', join(project.root, 'sub/link'));
      expect(await findings(`ref+file://${path}`)).toEqual(['reference/key']);
      expect(await findings(`ref+file://${path}?encode=base64`)).toEqual(['reference/key']);
    },
  );

  test('a file that the environment names as a key file, whatever is in it', async () => {
    project.write('private/identity', 'nothing that looks like a key');
    project.environment['SOPS_AGE_KEY_FILE'] = join(project.root, 'private/identity');
    expect(await findings('ref+file://private/identity')).toEqual(['reference/key']);
  });
});

describe('no value is a key of the project', () => {
  test('an identity of this run out of a store', async () => {
    expect(await findings(await stored(ann.identity))).toEqual(['secrets/project-key']);
  });

  test('the same within text, in lower case, and as base64', async () => {
    const reference = await stored(`key: ${ann.identity.toLowerCase()}`);
    expect(await findings(`${reference}+ and more`)).toEqual(['secrets/project-key']);
    const encoded = await stored(base64(`# mine\n${ann.identity}\n`));
    expect(await findings(encoded, { field: 'data' })).toEqual(['secrets/project-key']);
  });

  test('put together from two halves', async () => {
    const reference = await stored(ann.identity.slice(20));
    expect(await findings(ann.identity.slice(0, 20) + reference)).toEqual(['secrets/project-key']);
  });

  test('the key of another recipient of a rule', async () => {
    project.write('.sops.yaml', `${project.read('.sops.yaml').trimEnd()},${ben.recipient}\n`);
    expect(await findings(await stored(ben.identity))).toEqual(['secrets/project-key']);
  });

  test("Flux's own Secret says why", async () => {
    const annotations = { 'gantry.dev/ignore': 'secrets/project-key: Flux decrypts with it' };
    expect(await findings(await stored(ann.identity), { annotations })).toEqual([]);
  });

  test('the key of somebody else may be sealed, as may a key for SSH and TLS', async () => {
    expect(await findings(await stored(ben.identity))).toEqual([]);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(await findings(await stored(pem))).toEqual([]);
    project.write('deploy_key', pem);
    expect(await findings('ref+file://deploy_key')).toEqual([]);
  });
});

describe('no private key is written in the clear', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  test.each([
    ['PEM', pem],
    ['a JSON string', JSON.stringify({ pem })],
    ['base64', base64(pem)],
  ])('as %s', async (_form, text) => {
    const clear = { encrypt: false, kind: 'ConfigMap', field: 'data' } as const;
    expect(await findings(text, clear)).toEqual(['secret/private-key']);
    const annotations = { 'gantry.dev/ignore': 'secret/private-key: because' };
    expect(await findings(text, { ...clear, annotations })).toContain('secret/private-key');
  });

  test('at a place that the rule of an encrypted file leaves clear', async () => {
    writeRules('^data$');
    project.modules([
      {
        name: 'x',
        encrypt: true,
        objects: [
          {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name: 'x', namespace: 'apps' },
            data: { a: 'eA==' },
            stringData: { b: pem },
          },
        ],
      },
    ]);
    const result = await project.run();
    expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toContain(
      'secret/private-key',
    );
  });

  test('words about keys are none', async () => {
    const text = 'paste it between -----BEGIN PRIVATE KEY----- and -----END PRIVATE KEY-----';
    expect(await findings(text, { encrypt: false, kind: 'ConfigMap', field: 'data' })).toEqual([]);
  });
});
