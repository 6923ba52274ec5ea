import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import { recipientsOf } from '../../src/sops/metadata.ts';
import { openSops } from '../../src/sops/open.ts';
import { rotateKey } from '../../src/sops/rekey.ts';
import { sealManifest } from '../../src/sops/seal.ts';
import { updateKeys } from '../../src/sops/update-keys.ts';
import { find, has } from '../support/programs.ts';
import { fakeServices, type FakeServices } from './fake-services.ts';
import {
  changedLines,
  codesOf,
  identitiesOf,
  LATER,
  NOW,
  open,
  person,
  reveal,
  ruleFor,
  seal,
  valueOf,
  type Person,
} from './fixture.ts';

let ann: Person, nobody: Person;
let base: string;
let fingerprint: string;
let services: FakeServices;
let vaultKey: string;
const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

beforeAll(async () => {
  [ann, nobody] = await Promise.all([person(), person()]);
  base = mkdtempSync(join(tmpdir(), 'gantry-services-'));
  services = await fakeServices();
  vaultKey = `${services.url}/v1/transit/keys/ci`;
  vi.stubEnv('AWS_ENDPOINT_URL', services.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'an id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a key');
  vi.stubEnv('VAULT_TOKEN', 'a token');
  if (!has('gpg')) return;
  const home = join(base, 'gnupg');
  mkdirSync(home, { mode: 0o700 });
  vi.stubEnv('GNUPGHOME', home);
  const gpg = (...args: string[]): string =>
    execFileSync('gpg', ['--batch', '--quiet', ...args], { stdio: 'pipe' }).toString();
  gpg('--passphrase', '', '--quick-gen-key', 'crane@example.org', 'rsa2048', 'encr', 'never');
  fingerprint = /^fpr:+([0-9A-F]+):/m.exec(gpg('--list-keys', '--with-colons'))?.[1] ?? '';
});
afterAll(() => {
  services.close();
  vi.unstubAllEnvs();
  if (has('gpgconf')) execFileSync('gpgconf', ['--kill', 'gpg-agent']);
  rmSync(base, { recursive: true });
});

const objects = (a = 'x') => [{ data: { a: new Secret(a), b: new Secret('y') } }];

describe.skipIf(!has('sops') || !has('gpg'))('keys of services, through the program sops', () => {
  // Vault answers from this process, which must not stand still while sops runs.
  const sops = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('sops', args)).stdout;

  test.each([
    ['PGP', () => `pgp: ${fingerprint}`],
    ['Vault', () => `hc_vault_transit_uri: ${vaultKey}`],
    ['AWS KMS', () => `kms: ${arn}`],
    ['AWS KMS in a context', () => `key_groups: [{kms: [{arn: "${arn}", context: {team: a}}]}]`],
  ])('%s: what sops wrote opens here, and what is sealed here opens there', async (_, key) => {
    const folder = mkdtempSync(join(base, 'both-'));
    writeFileSync(join(folder, '.sops.yaml'), `creation_rules: [{${key()}}]\n`);
    writeFileSync(join(folder, 'a.yaml'), 'data: {a: x}\n');
    const theirs = await sops(
      '--config',
      join(folder, '.sops.yaml'),
      '--encrypt',
      join(folder, 'a.yaml'),
    );
    const identities = await identitiesOf(nobody);
    const opened = await open(theirs, identities);
    expect([opened.macValid, reveal(opened.documents[0] ?? null)]).toEqual([
      true,
      { data: { a: 'x' } },
    ]);

    const rule = ruleFor([], `${key()}\n    encrypted_regex: ^data$`);
    const { file } = await seal(objects(), rule);
    writeFileSync(join(folder, 'ours.yaml'), file.text);
    expect(await sops('decrypt', join(folder, 'ours.yaml'))).toContain('a: x');
    const previous = { text: file.text, identities };
    expect((await seal(objects(), rule, previous)).outcome).toBe('unchanged');
    const changed = (await seal(objects('other'), rule, previous)).file.text;
    expect(changedLines(file.text, changed).map((line) => line.trim().split(':')[0])).toEqual([
      'a',
      'lastmodified',
      'mac',
    ]);
  });

  test.each(['sops-3.9.4', 'sops-3.11.0'])('%s speaks over the same pipes', async (program) => {
    const older = find(program);
    if (older === undefined) return;
    const folder = mkdtempSync(join(base, 'older-'));
    symlinkSync(older, join(folder, 'sops'));
    const path = process.env['PATH'] ?? '';
    vi.stubEnv('PATH', `${folder}:${path}`);
    const { file } = await seal(objects(), ruleFor([], `pgp: ${fingerprint}`));
    expect((await open(file.text, await identitiesOf(nobody))).macValid).toBe(true);
    vi.stubEnv('PATH', path);
  });

  test('more keys than fit into a pipe', async () => {
    const names = Array.from({ length: 20 }, (__, index) => `${vaultKey}${index}`);
    const { file } = await seal(objects(), ruleFor([], `hc_vault_transit_uri: ${names.join(',')}`));
    const { metadata } = valueOf(parseEncrypted(file.text, 'x'));
    expect(recipientsOf(metadata)).toEqual(names.map((name) => `hc_vault:${name}`));
  });

  test('one file for age and services; a service is added by its entry alone, and taken away', async () => {
    const both = ruleFor([ann], `pgp: ${fingerprint}\n    encrypted_regex: ^data$`);
    const { file } = await seal(objects(), ruleFor([ann], 'encrypted_regex: ^data$'));
    const opened = await open(file.text, await identitiesOf(ann));
    const added = valueOf(await updateKeys(opened, both, LATER));
    expect(added.added).toEqual([`pgp:${fingerprint}`]);
    const kept = file.text.split('\n').filter((line) => !added.file.text.includes(line));
    expect(kept).toEqual([]);
    const withPgp = await open(added.file.text, await identitiesOf(nobody));
    expect(withPgp.macValid).toBe(true);
    const rotated = valueOf(await rotateKey(withPgp, LATER));
    const again = await open(rotated.text, await identitiesOf(ann));
    expect(recipientsOf(again.source.metadata)).toEqual([ann.recipient, `pgp:${fingerprint}`]);
    const only = ruleFor([ann], 'encrypted_regex: ^data$');
    expect(valueOf(await updateKeys(again, only, LATER)).removed).toEqual([`pgp:${fingerprint}`]);
  });

  test('key groups share the key between age and services', async () => {
    const groups = `key_groups: [{age: [${ann.recipient}]}, {pgp: [${fingerprint}]}, {hc_vault: ["${vaultKey}"]}]`;
    const rule = ruleFor([], `${groups}\n    shamir_threshold: 2\n    encrypted_regex: ^data$`);
    const { file } = await seal(objects(), rule);
    expect((await open(file.text, await identitiesOf(ann))).macValid).toBe(true);
    expect((await open(file.text, await identitiesOf(nobody))).macValid).toBe(true);
    writeFileSync(join(base, 'groups.yaml'), file.text);
    expect(await sops('decrypt', join(base, 'groups.yaml'))).toContain('a: x');
  });

  test('nothing of it stays behind, and a key that sops cannot use is told', async () => {
    const temporary = mkdtempSync(join(base, 'temporary-'));
    const before = tmpdir();
    vi.stubEnv('TMPDIR', temporary);
    const rule = ruleFor([ann], 'pgp: 0000000000000000000000000000000000000000');
    const refused = await sealManifest({ path: 'x', objects: objects(), rule, now: NOW });
    expect(codesOf(refused)).toEqual(['secrets/key-service']);
    expect(readdirSync(temporary)).toEqual([]);
    vi.stubEnv('TMPDIR', before);
  });
});

test('without the program sops its keys are named', async () => {
  const bin = mkdtempSync(join(base, 'bin-'));
  symlinkSync(find('mkfifo') ?? '', join(bin, 'mkfifo'));
  vi.stubEnv('PATH', bin);
  const rule = ruleFor([ann], 'pgp: 0AFE');
  const sealed = await sealManifest({ path: 'x', objects: objects(), rule, now: NOW });
  const { file } = await seal(objects(), ruleFor([ann]));
  const entry = '  pgp:\n    - enc: x\n      fp: 0AFE\n';
  const text = file.text.replace(/^ {2}age:\n(?: {4}.*\n)+/m, entry);
  const opened = await openSops(valueOf(parseEncrypted(text, 'x')), await identitiesOf(ann));
  vi.unstubAllEnvs();
  expect(codesOf(sealed)).toEqual(['secrets/key-service']);
  expect(codesOf(opened)).toEqual(['secrets/wrong-identity', 'secrets/key-service']);
  expect(sealed.ok ? '' : sealed.diagnostics[0]?.message).toMatch(
    /pgp:0AFE needs the program sops/,
  );
});
