import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import { loadIdentities } from '../../src/sops/identities.ts';
import { openSops } from '../../src/sops/open.ts';
import { valueOf } from '../sops/fixture.ts';

/** A checkout of fluxcd/kustomize-controller, whose tests hold files that several releases of sops wrote. */
const folder = join(
  process.env['KUSTOMIZE_CONTROLLER'] ?? '/nonexistent',
  'internal/controller/testdata/sops',
);
const KEYS = ['age.txt', 'age-pq.txt', 'age-global.txt'].map((name) => join(folder, 'keys', name));

describe.skipIf(!existsSync(folder))('the age files of Flux', () => {
  test.each([
    'algorithms/age.yaml',
    'algorithms/age-pq.yaml',
    'global/secret.yaml',
    'patches/merge1.yaml',
    'envs/env.env',
    'component/env.env',
    'files/file.txt',
  ])('%s', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const identities = await loadIdentities({ env: {}, home: '/nonexistent', ageKeyFiles: KEYS });
    const opened = valueOf(await openSops(valueOf(parseEncrypted(text, name)), identities));
    expect(opened.macValid).toBe(true);
  });
});
