import { expect, test } from 'vitest';
import { scrubbedEnvironment } from '../../src/process/environment.ts';

test('a child sees what it needs to run, and no key', () => {
  const environment = {
    PATH: '/bin',
    HOME: '/home/me',
    LC_ALL: 'C',
    NIX_SSL_CERT_FILE: '/certs',
    XDG_CACHE_HOME: '/cache',
    SOPS_AGE_KEY: 'k',
    SOPS_AGE_KEY_FILE: 'f',
    AGE_IDENTITY: 'k',
    GITHUB_TOKEN: 't',
    NIX_PATH: 'nixpkgs=/n',
    NIX_SIGNING_SECRET_KEY: 'k',
    DATABASE_PASSWORD: 'p',
    EDITOR: 'vi',
    UNSET: undefined,
  };
  expect(Object.keys(scrubbedEnvironment(environment)).sort()).toEqual([
    'HOME',
    'LC_ALL',
    'NIX_SSL_CERT_FILE',
    'PATH',
    'XDG_CACHE_HOME',
  ]);
});
