import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/core/result.ts';
import { Secret, type SecretScalar } from '../../src/core/secret.ts';
import type { EncryptedFile } from '../../src/core/written-file.ts';
import { createStore, removeValue, setValue } from '../../src/sops/edit-store.ts';
import { plainView, sealView } from '../../src/sops/edit-view.ts';
import type { Identities } from '../../src/sops/identities.ts';
import { lookUp } from '../../src/sops/open.ts';
import {
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
let ann: Person;
let identities: Identities;
/** With comments that are sealed, and as somebody wrote them. */
let text: string, clear: string;

beforeAll(async () => {
  ann = await person();
  identities = await identitiesOf(ann);
  const entries = [
    ['b', 'bee'],
    ['a', 'ay'],
    ['num', 5],
    ['empty', ''],
  ] as const;
  const created = await createStore({
    path: 'x.enc.yaml',
    entries: entries.map(([key, value]) => [key, new Secret(value)]),
    rule: ruleFor([ann], ALL),
    now: NOW,
  });
  clear = valueOf(created)
    .text.replace(/^(a: .*)$/m, '# about a\n$1 # inline')
    .replace('sops:', '\n# below\nsops:');
  text = valueOf(await set(['a'], 'ay', valueOf(await set(['a'], '-', clear)).text, NOW)).text;
});

const set = async (
  path: string[],
  value: SecretScalar,
  from = text,
  at = LATER,
): Promise<Result<EncryptedFile>> =>
  setValue(await open(from, identities), path, new Secret(value), at);

/** Lines only in one of the texts, ciphertexts cut. */
function difference(before: string, after: string): { gone: string[]; added: string[] } {
  const cut = (lines: string[], others: string[]): string[] =>
    lines
      .filter((line) => !others.includes(line))
      .map((line) => line.replaceAll(/(ENC|").*?(?= #|$)/g, '…').trim());
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: cut(old, now), added: cut(now, old) };
}

describe('setting a value', () => {
  test('changes it, the MAC and the time; comments, order and the rest stay', async () => {
    const after = valueOf(await set(['a'], 'new')).text;
    const lines = ['a: … #…', 'lastmodified: …', 'mac: …'];
    expect(difference(text, after)).toEqual({ gone: lines, added: lines });
    const opened = await open(after, identities);
    expect(opened.macValid).toBe(true);
    expect(reveal(lookUp(opened, ['a']) ?? null)).toBe('new');
  });

  test('seals the comments that stand in the clear, once', async () => {
    const after = valueOf(await set(['b'], 'new', clear, NOW)).text;
    expect(after.match(/^.*# (?:about a|inline|below)/gm)).toBe(null);
    expect(after.match(/#ENC\[.*,type:comment\]/g)).toHaveLength(3);
    const again = valueOf(await set(['b'], 'newer', after)).text;
    expect(difference(after, again).added).toEqual(['b: …', 'lastmodified: …', 'mac: …']);
  });

  test('to what it is changes nothing', async () => {
    expect(valueOf(await set(['num'], 5)).text).toBe(text);
  });

  test.each<[SecretScalar, unknown]>([
    ['', ''],
    [null, null],
    [true, true],
    [2n ** 60n, 2n ** 60n],
    [1.5, 1.5],
    ['line\nline\n', 'line\nline\n'],
  ])('of any type: %s', async (value, expected) => {
    for (const key of ['a', 'empty', 'fresh']) {
      const after = valueOf(await set([key], value)).text;
      const opened = await open(after, identities);
      expect([opened.macValid, reveal(lookUp(opened, [key]) ?? null)]).toEqual([true, expected]);
    }
  });

  test('new keys go behind the last one, with the mappings they need', async () => {
    const first = valueOf(await set(['deep', 'er', 'k'], 'v')).text;
    expect(difference(text, first).added).toEqual([
      'deep:',
      'er:',
      'k: …',
      'lastmodified: …',
      'mac: …',
    ]);
    const second = valueOf(await set(['deep', 'z'], 'w', first)).text;
    expect(/^deep:\n {2}er:\n {4}k: ENC.*\n {2}z: ENC/m.test(second)).toBe(true);
    expect(second).toMatch(/\n#ENC.*type:comment\]\nsops:/);
    expect((await open(second, identities)).macValid).toBe(true);
  });

  test('stand where their mapping begins, also below a long key', async () => {
    const long = valueOf(await set(['deep', 'k'.repeat(200)], 'v')).text;
    const opened = await open(valueOf(await set(['deep', 'z'], 'w', long)).text, identities);
    expect(reveal(lookUp(opened, ['deep']) ?? null)).toEqual({ ['k'.repeat(200)]: 'v', z: 'w' });
  });

  test('in a JSON store', async () => {
    const body = /^a: (ENC\S+)/m.exec(text)?.[1] ?? '';
    const block = text.slice(text.indexOf('sops:'));
    const enc = /enc: \|\n((?: {8}.*\n)+)/.exec(block)?.[1]?.replace(/^ +/gm, '') ?? '';
    const field = (name: string): string =>
      new RegExp(`${name}: "?([^"\\n]*)`).exec(block)?.[1] ?? '';
    const json = JSON.stringify(
      {
        a: body,
        sops: {
          age: [{ recipient: ann.recipient, enc }],
          lastmodified: field('lastmodified'),
          mac: field('mac'),
          unencrypted_suffix: '_unencrypted',
          version: '3.13.2',
        },
      },
      undefined,
      '\t',
    );
    const opened = await open(json, identities);
    expect([opened.macValid, reveal(opened.documents[0] ?? null)]).toEqual([false, { a: 'ay' }]);
    expect(codesOf(await set(['a'], 'x', json))).toEqual(['secrets/mac']);
  });

  test('refusals: clear paths, no mapping, containers, the sops block, a bad MAC, all together', async () => {
    expect(codesOf(await set(['x_unencrypted'], 'v'))).toEqual(['secrets/clear-path']);
    expect(codesOf(await set(['a', 'b'], 'v'))).toContain('secrets/path');
    expect(codesOf(await set(['sops'], 'v'))).toContain('secrets/path');
    expect(codesOf(await set([], 'v'))).toContain('secrets/path');
    expect(codesOf(await set(['m', ''], 'v'))).toEqual(['secrets/path']);
    expect(codesOf(await set(['m', '<<'], 'v'))).toEqual(['secrets/path']);
    const nested = valueOf(await set(['m', 'k'], 'v')).text;
    expect(codesOf(await set(['m'], 'v', nested))).toEqual(['secrets/path']);
    const tampered = text.replace(/^a: .*\n/m, '');
    expect(codesOf(await set(['b'], '\ud800', tampered))).toEqual(['secrets/mac', 'secrets/path']);
  });
});

describe('removing', () => {
  const remove = async (path: string[], from = text): Promise<Result<EncryptedFile>> =>
    removeValue(await open(from, identities), path, LATER);

  test('takes the lines of the key and nothing else', async () => {
    const after = valueOf(await remove(['b'])).text;
    expect(difference(text, after)).toEqual({
      gone: ['b: …', 'lastmodified: …', 'mac: …'],
      added: ['lastmodified: …', 'mac: …'],
    });
    expect((await open(after, identities)).macValid).toBe(true);
  });

  test('leaves an empty mapping where the last key was', async () => {
    const nested = valueOf(await set(['m', 'k'], 'v')).text;
    const after = valueOf(await remove(['m', 'k'], nested)).text;
    expect(after).toMatch(/^m: \{\}|^m:\n {2}\{\}/m);
    expect(reveal((await open(after, identities)).documents[0] ?? null)).toMatchObject({ m: {} });
    expect(codesOf(await remove(['nothing']))).toEqual(['secrets/path']);
  });
});

describe('where comments select', () => {
  const KEEP = 'unencrypted_comment_regex: keep';

  test('a removal that would hand a comment on is refused', async () => {
    const entries = ['a', 'b', 'c'].map((key) => [key, new Secret(key)] as const);
    const rule = ruleFor([ann], KEEP);
    const created = await createStore({ path: 'x.enc.yaml', entries, rule, now: NOW });
    const sealed = valueOf(created).text;
    const view = String(reveal(valueOf(plainView(await open(sealed, identities)))));
    const marked = new Secret(view.replace('b: b', '# keep\nb: b'));
    const kept = valueOf(sealView(await open(sealed, identities), marked, LATER)).text;
    expect(kept).toContain('# keep\nb: b\n');
    const opened = await open(kept, identities);
    expect(codesOf(await removeValue(opened, ['b'], LATER))).toEqual(['secrets/edit']);
    expect((await removeValue(opened, ['c'], LATER)).ok).toBe(true);
  });
});

test('a new store refuses keys its rule leaves clear, and keys no placeholder reaches', async () => {
  const entries = ['a', 'data', '/data/x', 'data//x'].map((key) => [key, new Secret('b')] as const);
  const created = await createStore({ path: 'x.yaml', entries, rule: ruleFor([ann]), now: NOW });
  expect(codesOf(created)).toEqual(['secrets/clear-path', 'secrets/path']);
});

test('a key may have any name', async () => {
  const entries = [['__proto__/constructor', new Secret('v')]] as const;
  const rule = ruleFor([ann], ALL);
  const created = valueOf(await createStore({ path: 'x.yaml', entries, rule, now: NOW }));
  const opened = await open(created.text, identities);
  expect(opened.source.keys()).toEqual([['__proto__', 'constructor']]);
  expect(reveal(lookUp(opened, ['__proto__', 'constructor']) ?? null)).toBe('v');
});
