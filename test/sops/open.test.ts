import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Encrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import { loadIdentities } from '../../src/sops/identities.ts';
import { lookUp, openSops } from '../../src/sops/open.ts';
import {
  codesOf,
  identitiesOf,
  open,
  person,
  reveal,
  ruleFor,
  seal,
  valueOf,
  type Person,
} from './fixture.ts';

let ann: Person, bob: Person;
let text: string;
const store = {
  a: { b: new Secret('x'), list: [1, 'y'] },
  clear_unencrypted: 'c',
  empty: '',
  none: null,
  num: 5,
};

beforeAll(async () => {
  [ann, bob] = await Promise.all([person(), person()]);
  text = (await seal([store], ruleFor([ann], 'unencrypted_suffix: _unencrypted'))).file.text;
});

const parse = (changed: string): ReturnType<typeof parseEncrypted> =>
  parseEncrypted(changed, 'store.yaml');

describe('without a key', () => {
  test('names, metadata and digests of ciphertexts show', () => {
    const file = valueOf(parse(text));
    expect(file.keys()).toEqual([
      ['a', 'b'],
      ['a', 'list'],
      ['clear_unencrypted'],
      ['empty'],
      ['none'],
      ['num'],
    ]);
    expect(file.metadata).toMatchObject({
      keyGroups: [[{ recipient: ann.recipient }]],
      selection: { kind: 'unencrypted_suffix', pattern: '_unencrypted' },
      lastModified: '2026-01-01T10:20:30Z',
      version: '3.13.2',
    });
    expect(file.ciphertextAt(['a', 'b'])).toMatchObject({
      kind: 'leaf',
      digest: expect.stringMatching(/^sha256:/) as string,
    });
    expect(file.ciphertextAt(['a'])).toMatchObject({
      kind: 'subtree',
      digest: expect.stringMatching(/^sha256:/) as string,
    });
    expect(file.ciphertextAt(['a', 'c'])).toEqual({ kind: 'missing', candidates: ['b', 'list'] });
    expect(file.ciphertextAt(['a', 'b', 'c'])).toEqual({ kind: 'missing', candidates: [] });
    expect(file.ciphertextAt(['clear_unencrypted'])).toEqual({ kind: 'leaf', digest: 'opaque' });
    expect(file.ciphertextAt([])).toEqual({ kind: 'subtree', digest: 'opaque' });
    expect(file.ciphertextAt(['empty'])).not.toEqual(file.ciphertextAt(['none']));
  });

  test('an INI store is named as one', () => {
    const parsed = parseEncrypted('[a]\nb = c\n', 'x.ini');
    expect(parsed).toMatchObject({ diagnostics: [{ code: 'secrets/shape' }] });
    expect(JSON.stringify(parsed)).toContain('INI');
  });

  test('what is no SOPS file is told apart', () => {
    expect(codesOf(parse('a: 1\n'))).toEqual(['secrets/not-encrypted']);
    expect(codesOf(parse('- 1\n'))).toEqual(['secrets/shape']);
    expect(codesOf(parse('1: x\nsops: {}\n'))).toEqual(['secrets/key']);
    expect(codesOf(parse('a: x\nsops: 5\n'))).toEqual(['secrets/metadata']);
    expect(codesOf(parse('a: x\nsops: {}\n'))).toEqual(['secrets/metadata', 'secrets/metadata']);
    expect(codesOf(parse(''))).toEqual(['secrets/shape']);
    expect(
      codesOf(parse(text.replace('version:', 'encrypted_regex: "(?!x)"\n  version:'))),
    ).toEqual(['secrets/metadata', 'secrets/metadata']);
  });
});

describe('with a key', () => {
  test('selected leaves are secrets that do not show', async () => {
    const opened = await open(text, await identitiesOf(bob, ann));
    expect(opened.macValid).toBe(true);
    expect(reveal(opened.documents[0] ?? null)).toEqual({
      ...(reveal(store) as object),
      clear_unencrypted: 'c',
    });
    expect(lookUp(opened, ['a', 'b'])).toBeInstanceOf(Secret);
    expect(lookUp(opened, ['a', 'x'])).toBeUndefined();
    expect(lookUp(opened, ['toString'])).toBeUndefined();
    expect(JSON.stringify(opened)).not.toContain('"x"');
    expect(inspect(opened, { depth: 9, showHidden: true })).not.toMatch(/'x'|dataKey/);
  });

  test('no identity: the message names recipients and places', async () => {
    const none = await loadIdentities({ env: {}, home: '/nowhere', ageKeyFiles: [] });
    const result = await openSops(valueOf(parse(text)), none);
    expect(codesOf(result)).toEqual(['secrets/no-identity']);
    const help = result.ok ? '' : result.diagnostics[0]?.help;
    expect(help).toContain(ann.recipient);
    expect(help).toContain('SOPS_AGE_KEY');
  });

  test('the wrong identity: the message names recipients, and what was found where', async () => {
    const result = await openSops(valueOf(parse(text)), await identitiesOf(bob));
    expect(codesOf(result)).toEqual(['secrets/wrong-identity']);
    const help = result.ok ? '' : (result.diagnostics[0]?.help ?? '');
    expect(help).toContain(ann.recipient);
    expect(help).toContain(`found here\n  ${bob.recipient} (from SOPS_AGE_KEY)`);
    expect(help).not.toContain('AGE-SECRET');
  });

  test('SSH keys are named by their public halves, identities of plugins by the plugin', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gantry-keys-'));
    try {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
      writeFileSync(join(folder, 'id_rsa'), pem);
      const sources = {
        env: { SOPS_AGE_KEY: `${bob.identity}\nAGE-PLUGIN-NONE-1QQQ` },
        home: '/nowhere',
        ageKeyFiles: [join(folder, 'id_rsa')],
      };
      const tried = await (await loadIdentities(sources)).tried();
      expect(tried[0]).toBe(`${bob.recipient} (from SOPS_AGE_KEY)`);
      expect(tried.at(-1)).toMatch(/^ssh-rsa SHA256:[A-Za-z0-9+/]{43} \(from .*id_rsa\)$/);
      expect(tried.join()).not.toContain('PRIVATE');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('problems of identity sources come along only when nothing opens the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gantry-keys-'));
    try {
      const file = join(folder, 'key.txt');
      writeFileSync(file, `# comment\n\n  ${ann.identity}\nnonsense\n`);
      const sources = {
        env: {
          SOPS_AGE_KEY_FILE: join(folder, 'missing'),
          SOPS_AGE_KEY_CMD: 'gantry-no-such-program',
        },
        home: folder,
      };
      const good = await loadIdentities({ ...sources, ageKeyFiles: [file] });
      expect(good).toMatchObject({ count: 2 });
      expect((await openSops(valueOf(parse(text)), good)).ok).toBe(true);
      expect(good.problems).toHaveLength(2);
      const bad = await loadIdentities({ ...sources, ageKeyFiles: [] });
      expect(codesOf(await openSops(valueOf(parse(text)), bad))).toEqual([
        'secrets/no-identity',
        'secrets/identity-source',
        'secrets/identity-source',
      ]);
      expect(inspect(good, { depth: 9, showHidden: true })).not.toContain(ann.identity);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('clear text where ciphertext belongs, and swapped or moved ciphertexts, are refused', async () => {
    const identities = await identitiesOf(ann);
    const codes = async (changed: string): Promise<string[]> =>
      codesOf(await openSops(valueOf(parse(changed)), identities));
    expect(await codes(text.replace(/^num: .*$/m, 'num: 5'))).toEqual(['secrets/tampered']);
    expect(await codes(text.replace(/^num: .*$/m, 'num: clear'))).toEqual(['secrets/tampered']);
    expect(await codes(text.replace(/^num:/m, 'm:'))).toEqual(['secrets/tampered']);
    expect(await codes(text.replace(/^(num: .*)type:int/m, '$1type:time'))).toEqual([
      'secrets/tampered',
    ]);
    expect(
      (await open(text.replace('_unencrypted: c', '_unencrypted: d'), identities)).macValid,
    ).toBe(false);
    expect(
      (
        await open(
          text.replace(/lastmodified: .*/, 'lastmodified: "2027-01-01T00:00:00Z"'),
          identities,
        )
      ).macValid,
    ).toBe(false);
  });
});

describe('identities that have to be fetched', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-fetched-'));
  const none = { home: folder, ageKeyFiles: [] };
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('a command gives a key for the recipient it is told, split into words without a shell', async () => {
    const log = join(folder, 'log');
    const command = join(folder, 'give key');
    const script = `#!/bin/sh\necho "$SOPS_AGE_RECIPIENT $*" >> '${log}'\n[ "$SOPS_AGE_RECIPIENT" = '${ann.recipient}' ] && echo '${ann.identity}'\n`;
    writeFileSync(command, script, { mode: 0o700 });
    const env = { SOPS_AGE_KEY_CMD: `'${command}' "two words" \\$x` };
    const identities = await loadIdentities({ ...none, env });
    const shared = (await seal([store], ruleFor([bob, ann]))).file.text;
    expect((await open(shared, identities)).macValid).toBe(true);
    expect((await open(text, identities)).macValid).toBe(true);
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    expect(new Set(lines)).toEqual(
      new Set([`${bob.recipient} two words $x`, `${ann.recipient} two words $x`]),
    );
    expect(lines).toHaveLength(2);
  });

  test('a command that fails is told with the file that does not open', async () => {
    const identities = await loadIdentities({ ...none, env: { SOPS_AGE_KEY_CMD: 'false' } });
    const result = await openSops(valueOf(parse(text)), identities);
    expect(result.ok ? [] : result.diagnostics.map(({ message }) => message)[1]).toBe(
      'SOPS_AGE_KEY_CMD fails (exit code 1)',
    );
  });

  test('the passphrase of an identity file is asked for once, and only when it is needed', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase('passphrase');
    encrypter.setScryptWorkFactor(4);
    const file = join(folder, 'keys.age');
    writeFileSync(file, await encrypter.encrypt(`# mine\n${ann.identity}\n`));
    const questions: string[] = [];
    const asking = (answer: string | undefined) => ({
      say: () => undefined,
      ask: (question: string) => {
        questions.push(question);
        return Promise.resolve(answer);
      },
    });
    const load = (answer: string | undefined, key = '') =>
      loadIdentities({
        ...none,
        ageKeyFiles: [file],
        env: { SOPS_AGE_KEY: key },
        person: asking(answer),
      });
    await open(text, await load('passphrase', ann.identity));
    expect(questions).toEqual([]);
    const identities = await load('passphrase');
    await Promise.all([open(text, identities), open(text, identities)]);
    expect(questions).toEqual([`passphrase of ${file}`]);
    for (const [answer, message] of [
      ['wrong', /does not open with this passphrase/],
      [undefined, /no terminal to ask/],
    ] as const) {
      const result = await openSops(valueOf(parse(text)), await load(answer));
      expect(result.ok ? '' : result.diagnostics[1]?.message).toMatch(message);
    }
  });
});
