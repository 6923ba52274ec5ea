import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileHoldsPrivateKey } from '../../src/fs/private-key.ts';
import { readText } from '../../src/fs/read.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gantry-read-'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test.each([
  ['a pipe', () => join(folder, 'pipe')],
  ['a device', () => '/dev/zero'],
])('%s is refused at once', (_title, path) => {
  const read = readText(path(), 'x');
  expect(read.ok ? [] : read.diagnostics.map(({ message }) => message)).toEqual([
    'x cannot be read: it is a pipe, a socket or a device',
  ]);
});

test('what is not there is undefined, a folder is an error', () => {
  expect(readText(join(folder, 'none'), 'x')).toEqual({ ok: true, value: undefined });
  const read = readText(folder, 'x');
  expect(read.ok ? '' : read.diagnostics[0]?.message).toBe('x cannot be read: EISDIR');
});

const BODY = 'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg'.repeat(3);
const armor = (label: string, headers = ''): string =>
  `-----BEGIN ${label}-----\n${headers}${BODY}\n-----END ${label}-----\n`;

test.each([
  ['PKCS#8', armor('PRIVATE KEY')],
  ['RSA', armor('RSA PRIVATE KEY')],
  [
    'RSA behind a passphrase',
    armor('RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\n'),
  ],
  ['EC', armor('EC PRIVATE KEY')],
  ['OpenSSH', armor('OPENSSH PRIVATE KEY')],
  ['PGP', armor('PGP PRIVATE KEY BLOCK', 'Version: x\n\n')],
  ['with CRLF', armor('PRIVATE KEY').replaceAll('\n', '\r\n')],
  ['inside YAML', `key: |\n  ${armor('PRIVATE KEY').replaceAll('\n', '\n  ')}`],
  ['inside JSON', JSON.stringify({ key: armor('PRIVATE KEY') })],
  ['age', `# created\nAGE-SECRET-KEY-1${'Q'.repeat(58)}\n`],
  ['post-quantum age', `AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`],
  ['a plugin of age', `AGE-PLUGIN-FIDO2-HMAC-1${'Q'.repeat(20)}`],
  ['age in lower case', `age-secret-key-1${'q'.repeat(58)}`],
])('a private key is recognised: %s', (_title, text) => {
  expect(fileHoldsPrivateKey(write('key', text))).toBe(true);
  const far = ' '.repeat(3 * 2 ** 20 - 20);
  expect(fileHoldsPrivateKey(write('far', `${far}${text}${' '.repeat(100)}`))).toBe(true);
});

test.each([
  'paste the text between -----BEGIN PRIVATE KEY----- and -----END PRIVATE KEY-----',
  '-----BEGIN PUBLIC KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg\n-----END PUBLIC KEY-----',
  '-----BEGIN CERTIFICATE-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg\n-----END CERTIFICATE-----',
  'recipients: age1xnnt7grzc35ugf882zrfjfvzharza5p0xdwenu385cy66eysey6qy8pth7',
])('is none: %s', (text) => {
  expect(fileHoldsPrivateKey(write('text', text))).toBe(false);
});
