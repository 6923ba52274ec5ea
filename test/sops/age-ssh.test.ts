import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openerFor, unwrapKey, wrapKey } from '../../src/sops/age.ts';
import { recipientKind } from '../../src/sops/recipient-kind.ts';
import { loadIdentities, unwrapWith } from '../../src/sops/identities.ts';
import { parseSshPrivateKey, type SshPrivateKey } from '../../src/sops/ssh-key.ts';
import { has } from '../support/programs.ts';
import { valueOf } from './fixture.ts';

const KEY = Buffer.alloc(32, 0x5a);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gantry-ssh-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.skipIf(!has('ssh-keygen')).each([
  ['ed25519', []],
  ['rsa', ['-b', '2048']],
] as const)('an SSH key of type %s', (type, size) => {
  let path: string;
  let recipient: string;
  let key: SshPrivateKey;

  beforeAll(() => {
    path = join(folder, `id_${type}`);
    execFileSync('ssh-keygen', ['-q', '-t', type, ...size, '-N', '', '-C', 'me@here', '-f', path]);
    recipient = readFileSync(`${path}.pub`, 'utf8').trim();
    key = parseSshPrivateKey(readFileSync(path, 'utf8')) as SshPrivateKey;
  });

  test('opens what is wrapped for it, and no other key does', async () => {
    expect(recipientKind(recipient)).toBe('ssh');
    const enc = valueOf(await wrapKey(KEY, recipient));
    expect(await unwrapKey(enc, openerFor([], [key]).opener)).toEqual(KEY);
    expect(await unwrapKey(enc, openerFor([], []).opener)).toBeUndefined();
    const damaged = enc.replace(/\n(.)/, (_, first: string) => `\n${first === 'A' ? 'B' : 'A'}`);
    expect(await unwrapKey(damaged, openerFor([], [key]).opener)).toBeUndefined();
  });

  test.skipIf(!has('age'))('agrees with age in both directions', async () => {
    const enc = valueOf(await wrapKey(KEY, recipient));
    expect(execFileSync('age', ['-d', '-i', path], { input: enc })).toEqual(KEY);
    const theirs = execFileSync('age', ['-a', '-R', `${path}.pub`], { input: KEY });
    expect(await unwrapKey(theirs.toString(), openerFor([], [key]).opener)).toEqual(KEY);
  });

  test('is found in ~/.ssh and where SOPS_AGE_SSH_PRIVATE_KEY_FILE says', async () => {
    const keys = [{ recipient, enc: valueOf(await wrapKey(KEY, recipient)) }];
    const home = join(folder, `home-${type}`);
    mkdirSync(join(home, '.ssh'), { recursive: true });
    const named = { SOPS_AGE_SSH_PRIVATE_KEY_FILE: path };
    const sources = { env: named, home, ageKeyFiles: [] };
    expect(await unwrapWith(await loadIdentities(sources), keys)).toEqual(KEY);
    expect((await loadIdentities({ ...sources, env: {} })).count).toBe(0);
    writeFileSync(join(home, '.ssh', `id_${type}`), readFileSync(path));
    expect(await unwrapWith(await loadIdentities({ ...sources, env: {} }), keys)).toEqual(KEY);
  });

  test('is refused behind a passphrase, cut short, or damaged', () => {
    const locked = join(folder, `locked_${type}`);
    execFileSync('ssh-keygen', ['-q', '-t', type, ...size, '-N', 'a passphrase', '-f', locked]);
    expect(parseSshPrivateKey(readFileSync(locked, 'utf8'))).toBe('locked');
    const text = readFileSync(path, 'utf8').split('\n');
    const cut = [text[0], text[1]?.slice(0, 40), '-----END OPENSSH PRIVATE KEY-----'].join('\n');
    expect(parseSshPrivateKey(cut)).toBeUndefined();
    expect(recipientKind(recipient.slice(0, 40))).toBe('malformed');
    expect(recipientKind(recipient.replace(/^ssh-\w+/, 'ssh-dss'))).toBe('malformed');
  });
});

test('an RSA key as PEM is the same key', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forms = (['pkcs1', 'pkcs8'] as const).map((type) =>
    parseSshPrivateKey(privateKey.export({ format: 'pem', type }).toString()),
  ) as SshPrivateKey[];
  const recipient = `ssh-rsa ${forms[0]?.public.wire.toString('base64') ?? ''}`;
  const enc = valueOf(await wrapKey(KEY, recipient));
  for (const form of forms) {
    expect(await unwrapKey(enc, openerFor([], [form]).opener)).toEqual(KEY);
  }
});

test('a short RSA key is no recipient', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const text = privateKey.export({ format: 'pem', type: 'pkcs1' }).toString();
  expect(parseSshPrivateKey(text)).toBeUndefined();
});
