import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/core/json.ts';
import { isPublicText } from '../../src/validation/rules/public-text.ts';
import { has } from '../support/programs.ts';
import { brief, fileOf, findingsIn } from './tree-of.ts';

const pem = (label: string): string =>
  `-----BEGIN ${label}-----\nMIIBszCCAVmgAwIBAgIU\nQUJD\n-----END ${label}-----\n`;
const SSH = `AAAAC3NzaC1lZDI1NTE5AAAAI${'Ab3/'.repeat(11)}`;
const AGE = 'age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun';

const secret = (fields: Record<string, Json>, annotations = {}) =>
  fileOf(
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's', annotations },
      ...fields,
    }),
  );
const found = (fields: Record<string, Json>): string[] =>
  brief(findingsIn([secret(fields)])).filter((line) => line.includes('clear-literal'));

/** A value, and whether it has no place in the clear. */
const VALUES: readonly (readonly [string, string, boolean])[] = [
  ['a password', 'hunter2', true],
  ['a harmless word', 'production', true],
  ['a blank before something', ' x', true],
  ['nothing', '', false],
  ['blanks', ' \n', false],
  ['a variable of Flux', '${PASSWORD}', false],
  ['a variable within text', 'postgres://u:${PASSWORD}@h', false],
  ['a certificate', pem('CERTIFICATE'), false],
  ['a chain of them', pem('CERTIFICATE').repeat(3), false],
  [
    'a bundle with comments',
    `# Some CA\n\n${pem('CERTIFICATE')}# Other\n${pem('TRUSTED CERTIFICATE')}`,
    false,
  ],
  ['a public key', pem('PUBLIC KEY'), false],
  ['a revocation list', pem('X509 CRL'), false],
  ['a public key of PGP', pem('PGP PUBLIC KEY BLOCK'), false],
  ['a public key of SSH', `ssh-ed25519 ${SSH} me@host`, false],
  ['known hosts', `git.example.com ssh-ed25519 ${SSH}\n# more\ngit ssh-rsa ${SSH}\n`, false],
  ['a recipient of age', AGE, false],
  ['a login to no registry', '{"auths":{}}', false],
  ['an empty object', '{}', false],
  ['a private key', pem('PRIVATE KEY'), true],
  ['a private key of RSA', pem('RSA PRIVATE KEY'), true],
  ['a certificate with its private key', pem('CERTIFICATE') + pem('EC PRIVATE KEY'), true],
  ['a certificate and a password', `${pem('CERTIFICATE')}hunter2\n`, true],
  ['a certificate cut short', '-----BEGIN CERTIFICATE-----\nMIIB\n', true],
  ['a login', '{"auths":{"h":{"auth":"eDp5"}}}', true],
  ['a comment alone', '# nothing', true],
];

describe.each(VALUES)('%s in a Secret in the clear', (_title, value, isFound) => {
  test(`is ${isFound ? 'an error' : 'nothing'}, as text and as base64`, () => {
    const encoded = Buffer.from(value).toString('base64');
    const error = (field: string): string[] =>
      isFound ? [`error secret/clear-literal Secret s /${field}/k`] : [];
    expect(found({ stringData: { k: value } })).toEqual(error('stringData'));
    expect(found({ data: { k: encoded } })).toEqual(error('data'));
  });
});

test('what is no base64 is as visible', () => {
  expect(found({ data: { k: 'hunter2!' } })).toHaveLength(1);
  expect(found({ data: { k: '${PASSWORD}' } })).toEqual([]);
});

test('what a controller fills counts by its token alone', () => {
  const type = 'kubernetes.io/service-account-token';
  expect(found({ type, data: { extra: 'YmFyCg==', namespace: 'YXBwcw==' } })).toEqual([]);
  expect(found({ type, stringData: { token: 'eyJhbGciOi' } })).toHaveLength(1);
});

test('one finding for each Secret, with the keys and what to write instead', () => {
  const stringData = Object.fromEntries(['a.b', 'c', 'd', 'e', 'f', 'g'].map((key) => [key, 'v']));
  const [first, ...more] = findingsIn([secret({ stringData })]);
  expect(more).toEqual([]);
  expect(first?.message).toContain('(a.b, c, d, e, f and 1 more)');
  expect(first?.help).toMatch(/gantry secrets set a_b.*secretsFor "a_b".*\.enc\.nix/);
});

test('an object opts out with a reason, and not without', () => {
  const codes = (reason: string): string[] => {
    const annotations = { 'gantry.dev/ignore': `secret/clear-literal${reason}` };
    return findingsIn([secret({ stringData: { k: 'v' } }, annotations)]).map(({ code }) => code);
  };
  expect(codes(': a name for all to see')).toEqual([]);
  expect(codes('')).toEqual(['secret/clear-literal']);
});

test.each([
  [{ password: 'hunter2' }, 'warning secret/clear-literal Secret s /stringData/password'],
  [
    { mode: 'x', password: 'hunter2' },
    'warning secret/clear-literal Secret s /stringData/password',
  ],
  [{ mode: 'x' }, 'info secret/clear-literal Secret s /stringData/mode'],
])('in one that others made, %j weighs less', (stringData, expected) => {
  const file = { ...secret({ stringData }), foreign: [0] };
  expect(brief(findingsIn([file]))).toEqual([expected]);
});

test.skipIf(!has('ssh-keygen'))('what ssh-keygen makes is public in one half', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-ssh-'));
  for (const type of ['ed25519', 'rsa', 'ecdsa']) {
    const path = join(folder, type);
    execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-f', path]);
    expect(isPublicText(readFileSync(`${path}.pub`, 'utf8'))).toBe(true);
    expect(isPublicText(readFileSync(path, 'utf8'))).toBe(false);
  }
  rmSync(folder, { recursive: true });
});
