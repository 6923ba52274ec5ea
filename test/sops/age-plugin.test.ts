import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import { loadIdentities, type Identities } from '../../src/sops/identities.ts';
import { openSops } from '../../src/sops/open.ts';
import type { Person as Asked } from '../../src/sops/person.ts';
import { recipientKind } from '../../src/sops/recipient-kind.ts';
import { sealManifest } from '../../src/sops/seal.ts';
import { has } from '../support/programs.ts';
import { codesOf, NOW, open, person, ruleFor, seal, valueOf, type Person } from './fixture.ts';

const PROGRAMS = fileURLToPath(new URL('../fixtures/programs', import.meta.url));
const FREE = {
  recipient: 'age1crane1qp5xzunzda6hyc763l7',
  identity: 'AGE-PLUGIN-CRANE-1QP5XZUNZDA6HYWGC6RX',
};
const WITH_PIN = {
  recipient: 'age1crane1q95xzunzda6hylf2fee',
  identity: 'AGE-PLUGIN-CRANE-1Q95XZUNZDA6HYFLGZ9P',
};
const BROKEN = {
  recipient: 'age1crane1qf5xzunzda6hykengns',
  identity: 'AGE-PLUGIN-CRANE-1QF5XZUNZDA6HYQ03R0G',
};

const PATH = `${PROGRAMS}${delimiter}${process.env['PATH'] ?? ''}`;

let ann: Person;
beforeAll(async () => {
  vi.stubEnv('PATH', PATH);
  ann = await person();
});

const objects = [{ data: { a: new Secret('x') } }];
const store = async (...people: readonly Person[]): Promise<string> =>
  (await seal(objects, ruleFor(people))).file.text;

/** Somebody who answers in turn, and what was asked. */
function answering(...answers: readonly (string | undefined)[]): Asked & { heard: string[] } {
  const heard: string[] = [];
  const left = [...answers];
  return {
    heard,
    say: (text) => heard.push(text),
    ask: (question) => {
      heard.push(`${question}?`);
      return Promise.resolve(left.shift());
    },
  };
}

function identitiesWith(key: string, asked?: Asked): Promise<Identities> {
  const sources = { env: { SOPS_AGE_KEY: key }, home: '/nonexistent', ageKeyFiles: [] };
  return loadIdentities({ ...sources, ...(asked === undefined ? {} : { person: asked }) });
}

describe('a recipient of a plugin', () => {
  test('is known by its checksum', () => {
    expect(recipientKind(FREE.recipient)).toBe('plugin');
    expect(recipientKind(FREE.recipient.replace('qp5', 'qp6'))).toBe('malformed');
  });

  test('opens what is sealed for it, and what is sealed for others too', async () => {
    const text = await store(FREE, ann);
    const identities = await identitiesWith(FREE.identity);
    expect(identities.count).toBe(1);
    expect((await open(text, identities)).macValid).toBe(true);
    expect((await open(text, await identitiesWith(ann.identity))).macValid).toBe(true);
    const other = await openSops(valueOf(parseEncrypted(await store(ann), 'x')), identities);
    expect(codesOf(other)).toEqual(['secrets/wrong-identity']);
  });

  test.skipIf(!has('sops'))('opens in sops through the same plugin', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gantry-plugin-'));
    try {
      writeFileSync(join(folder, 'x.yaml'), await store(FREE));
      const env = { PATH, HOME: folder, SOPS_AGE_KEY: FREE.identity };
      const decrypted = execFileSync('sops', ['decrypt', join(folder, 'x.yaml')], { env });
      expect(decrypted.toString()).toContain('a: x');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('keeps its entry when nothing changes', async () => {
    const text = await store(FREE);
    const identities = await identitiesWith(FREE.identity);
    const again = await seal(objects, ruleFor([FREE]), { text, identities });
    expect(again.outcome).toBe('unchanged');
  });

  test('without its program, or refused by it: nothing is sealed', async () => {
    const refused = await sealManifest({ path: 'x', objects, rule: ruleFor([BROKEN]), now: NOW });
    expect(refused).toMatchObject({
      diagnostics: [
        { code: 'secrets/plugin', message: expect.stringMatching(/out of order/) as string },
      ],
    });
    vi.stubEnv('PATH', '/nonexistent');
    const missing = await sealManifest({ path: 'x', objects, rule: ruleFor([FREE]), now: NOW });
    vi.stubEnv('PATH', PATH);
    expect(missing).toMatchObject({
      diagnostics: [{ message: expect.stringMatching(/no program age-plugin-crane/) as string }],
    });
  });
});

describe('an identity that asks', () => {
  test('asks once for all files, whether they are opened together or later', async () => {
    const texts = await Promise.all([store(WITH_PIN), store(WITH_PIN, ann), store(FREE, WITH_PIN)]);
    const asked = answering('1234');
    const identities = await identitiesWith(WITH_PIN.identity, asked);
    const opened = await Promise.all(texts.map((text) => open(text, identities)));
    expect(opened.map(({ macValid }) => macValid)).toEqual([true, true, true]);
    await open(await store(WITH_PIN), identities);
    expect(asked.heard.filter((text) => text.endsWith('?'))).toEqual(['crane: PIN of the crane?']);
  });

  test('is not asked where another identity opens the file', async () => {
    const asked = answering();
    const identities = await identitiesWith(`${WITH_PIN.identity}\n${ann.identity}`, asked);
    await open(await store(WITH_PIN, ann), identities);
    expect(asked.heard).toEqual([]);
  });

  test('a mistyped answer is asked for again, and not remembered', async () => {
    const asked = answering('1', '1234');
    const identities = await identitiesWith(WITH_PIN.identity, asked);
    const text = await store(WITH_PIN);
    await open(text, identities);
    await open(text, identities);
    expect(asked.heard.filter((said) => said.endsWith('?'))).toHaveLength(2);
  });

  test('nobody to ask, or no program: told with the file that does not open', async () => {
    const fails = async (text: string, key: string): Promise<string> => {
      const result = await openSops(valueOf(parseEncrypted(text, 'x')), await identitiesWith(key));
      return result.ok ? '' : result.diagnostics.map(({ message }) => message).join('\n');
    };
    expect(await fails(await store(WITH_PIN), WITH_PIN.identity)).toMatch(
      /none of the identities found here/,
    );
    vi.stubEnv('PATH', '/nonexistent');
    const missing = await fails(await store(ann), FREE.identity);
    vi.stubEnv('PATH', PATH);
    expect(missing).toMatch(/age-plugin-crane: there is no program age-plugin-crane on PATH/);
  });
});
