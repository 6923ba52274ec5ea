import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { encrypt } from '../../src/sops/cipher.ts';
import { createStore } from '../../src/sops/edit-store.ts';
import { plainView, sealView } from '../../src/sops/edit-view.ts';
import { insideOf } from '../../src/sops/open.ts';
import { rotateKey } from '../../src/sops/rekey.ts';
import { updateKeys } from '../../src/sops/update-keys.ts';
import { has } from '../support/programs.ts';
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
  valueOf,
  type Person,
} from './fixture.ts';

const ALL = 'unencrypted_suffix: _unencrypted';
const VALUES = { a: 'ay', deep: { b: 5 } };
let ann: Person;
let bob: Person;
let text: string;

beforeAll(async () => {
  [ann, bob] = [await person(), await person()];
  const created = await createStore({
    path: 'x.enc.yaml',
    entries: [
      ['a', new Secret('ay')],
      ['deep/b', new Secret(5)],
    ],
    rule: ruleFor([ann, bob], ALL),
    now: NOW,
  });
  const clear = valueOf(created).text.replace(/^(a: .*)$/m, '# about a\n$1 # inline');
  text = valueOf(await rotateKey(await open(clear, await identitiesOf(ann)), NOW)).text;
});

const ciphertexts = (of: string): string[] => of.match(/ENC\[[^\]]*\]/g) ?? [];
const valuesFor = async (of: string, who: Person): Promise<unknown> =>
  reveal((await open(of, await identitiesOf(who))).documents[0] ?? null);

describe('rotating', () => {
  test('changes every ciphertext and no value, comment or order', async () => {
    const opened = await open(text, await identitiesOf(ann));
    const after = valueOf(await rotateKey(opened, LATER)).text;
    expect(ciphertexts(after).filter((sealed) => text.includes(sealed))).toEqual([]);
    expect(after.replaceAll(/ENC\[[^\]]*\]/g, '').split('sops:')[0]).toBe(
      text.replaceAll(/ENC\[[^\]]*\]/g, '').split('sops:')[0],
    );
    expect([await valuesFor(after, ann), await valuesFor(after, bob)]).toEqual([VALUES, VALUES]);
  });

  test('for a recipient that is none is refused', async () => {
    const odd = text.replace(`recipient: ${bob.recipient}`, 'recipient: age1nobody');
    const opened = await open(odd, await identitiesOf(ann));
    expect(codesOf(await rotateKey(opened, LATER))).toEqual(['secrets/recipient']);
    expect((await updateKeys(opened, ruleFor([ann, bob], ALL), LATER)).ok).toBe(true);
  });

  test('takes the comments along that sops sealed', async () => {
    const { dataKey } = insideOf(await open(text, await identitiesOf(ann)));
    const seal = (comment: string, path: string): string =>
      encrypt(dataKey, { type: 'comment', bytes: Buffer.from(comment) }, path);
    const commented = text
      .replace(/^#ENC.*/m, `#${seal(' top', ':')}`)
      .replace('deep:\n', `deep:\n    #${seal(' inner', 'deep:')}\n`);
    const opened = await open(commented, await identitiesOf(ann));
    const after = valueOf(await rotateKey(opened, LATER)).text;
    expect(ciphertexts(after).filter((sealed) => commented.includes(sealed))).toEqual([]);
    if (!has('sops')) return;
    const folder = mkdtempSync(join(tmpdir(), 'gantry-rekey-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    writeFileSync(join(folder, 'x.enc.yaml'), after);
    const clear = execFileSync('sops', ['-d', 'x.enc.yaml'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', SOPS_AGE_KEY: ann.identity },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect([clear.includes('# top'), clear.includes('# inner')]).toEqual([true, true]);
  });
});

describe('updating keys', () => {
  const update = async (of: string, people: readonly Person[], fields = ALL) =>
    valueOf(
      await updateKeys(await open(of, await identitiesOf(ann)), ruleFor(people, fields), LATER),
    );

  test('to the same recipients changes nothing', async () => {
    expect((await update(text, [bob, ann])).file.text).toBe(text);
  });

  test('a recipient more adds an entry and touches no other line', async () => {
    const eve = await person();
    const { file, added, notes } = await update(text, [ann, bob, eve]);
    expect([added, notes]).toEqual([[eve.recipient], []]);
    const lines = new Set(file.text.split('\n'));
    expect(text.split('\n').filter((line) => !lines.has(line))).toEqual([]);
    expect(await valuesFor(file.text, eve)).toEqual(VALUES);
  });

  test('a recipient less makes everything new and names what the history still holds', async () => {
    const { file, removed, notes } = await update(text, [ann]);
    expect(removed).toEqual([bob.recipient]);
    expect(ciphertexts(file.text).filter((sealed) => text.includes(sealed))).toEqual([]);
    expect(await valuesFor(file.text, ann)).toEqual(VALUES);
    await expect(valuesFor(file.text, bob)).rejects.toThrow('wrong-identity');
    expect(notes.map(({ code, help }) => [code, help?.includes('a, deep/b')])).toEqual([
      ['secrets/recipient-removed', true],
    ]);
  });

  test.each([
    ['every value', Array.from({ length: 30 }, (__, index) => `key${index + 10}`)],
    ['no value', []],
  ])('a recipient less is told with %s the history holds', async (_, keys) => {
    const entries = keys.map((key) => [key, new Secret('v')] as const);
    const rule = ruleFor([ann, bob], ALL);
    const store = valueOf(await createStore({ path: 'x.enc.yaml', entries, rule, now: NOW }));
    const { notes } = await update(store.text, [ann]);
    const named = /\((.*)\)$/.exec(notes[0]?.help ?? '')?.[1]?.split(', ') ?? [];
    expect(named).toEqual(keys);
  });

  test('another selection encrypts by it', async () => {
    const { file, notes } = await update(text, [ann, bob], 'encrypted_regex: ^deep$');
    expect(notes.map(({ code }) => code)).toEqual(['secrets/selection']);
    expect(file.text).toMatch(/^a: ay/m);
    expect(await valuesFor(file.text, bob)).toEqual(VALUES);
  });

  test('another selection keeps clear integers that JSON numbers do not hold', async () => {
    const big = '9007199254740993';
    const before = await open(text, await identitiesOf(ann));
    const view = `${String(reveal(valueOf(plainView(before))))}big_unencrypted: ${big}\n`;
    const edited = valueOf(sealView(before, new Secret(view), NOW)).text;
    const opened = await open(edited, await identitiesOf(ann));
    const rule = ruleFor([ann, bob], 'encrypted_regex: ^a$');
    const updated = valueOf(await updateKeys(opened, rule, LATER)).file.text;
    expect(updated).toContain(`\nbig_unencrypted: ${big}\n`);
  });

  test('a selection by comments is refused where a comment would select', async () => {
    const opened = await open(text, await identitiesOf(ann));
    const rule = (regex: string) => ruleFor([ann, bob], `unencrypted_comment_regex: ${regex}`);
    expect(codesOf(await updateKeys(opened, rule('about'), LATER))).toEqual(['secrets/selection']);
    expect((await updateKeys(opened, rule('other'), LATER)).ok).toBe(true);
  });

  test('changed lines of an added recipient are those of its entry', async () => {
    const { file } = await update(text, [ann, bob, await person()]);
    const body = (of: string): string => of.slice(0, of.indexOf('sops:'));
    expect(changedLines(body(text), body(file.text))).toEqual([]);
  });
});
