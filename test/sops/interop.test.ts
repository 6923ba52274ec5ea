import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import type { Json } from '../../src/core/json.ts';
import type { TreeObject } from '../../src/core/tree.ts';
import { setValue } from '../../src/sops/edit-store.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import { plainText } from '../../src/sops/plain-text.ts';
import { openSops } from '../../src/sops/open.ts';
import type { Identities } from '../../src/sops/identities.ts';
import { decrypt, parseCiphertext } from '../../src/sops/cipher.ts';
import { readManifest } from '../../src/yaml/read.ts';
import { has } from '../support/programs.ts';
import {
  changedLines,
  codesOf,
  identitiesOf,
  LATER,
  open,
  person,
  reveal,
  ruleFor,
  seal,
  valueOf,
  type Person,
} from './fixture.ts';

let ann: Person, bob: Person;
let identities: Identities;
let folder: string;

beforeAll(async () => {
  [ann, bob] = await Promise.all([person(), person()]);
  identities = await identitiesOf(ann);
  folder = mkdtempSync(join(tmpdir(), 'gantry-sops-'));
  writeFileSync(join(folder, 'bob.txt'), `${bob.identity}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string): string => join(folder, name);
const put = (name: string, text: string): string => {
  writeFileSync(file(name), text);
  return file(name);
};

const secrets = (pw = 'p: "w"\n'): TreeObject[] => [
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a', labels: { v: '1.20', yes: 'no' } },
    stringData: {
      pw: new Secret(pw),
      '1': new Secret('one'),
      n: new Secret(7),
      f: new Secret(1.5),
      t: true,
      e: '',
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'b' },
    data: { text: '  lead\nx\n', l: ['a', ['b']] },
    z: [1e21, -0.5],
  },
];

/** The newest, and older ones that `scripts/install-oracles FOLDER all` builds. */
const VERSIONS = ['sops', 'sops-3.11.0', 'sops-3.9.4'];

test('which versions of sops there are', (context) => {
  const missing = VERSIONS.filter((program) => !has(program));
  if (missing.length > 0) context.skip(`not on PATH: ${missing.join(', ')}`);
});

describe.each(VERSIONS.filter(has))('with the program %s', (program) => {
  const is39 = program === 'sops-3.9.4';
  const isNewest = program === 'sops';
  function sops(...args: string[]): string {
    const env = { PATH: process.env['PATH'], HOME: folder, SOPS_AGE_KEY: bob.identity };
    return execFileSync(program, args, { cwd: folder, env, stdio: 'pipe', input: '' }).toString();
  }
  const sopsEncrypt = (name: string, ...flags: string[]): string => {
    const recipients = `${ann.recipient},${bob.recipient}`;
    const fixed = ['--config', '/dev/null', '--encrypt', '--age', recipients];
    return sops(...fixed, ...flags, file(name));
  };

  test('it decrypts what is sealed here, MAC included', async () => {
    const { file: sealed } = await seal(secrets(), ruleFor([ann, bob]));
    const plain = valueOf(readManifest(sops('decrypt', put('out.yaml', sealed.text)), 'x'));
    expect(plain).toEqual(secrets().map(reveal));
    const only = await seal(
      secrets(),
      ruleFor([bob], 'mac_only_encrypted: true\n    encrypted_suffix: a'),
    );
    expect(valueOf(readManifest(sops('decrypt', put('only.yaml', only.file.text)), 'x'))).toEqual(
      secrets().map(reveal),
    );
  });

  test('it decrypts files of several key groups', async () => {
    const groups = [ann, bob, bob].map(({ recipient }) => `{age: ${recipient}}`).join(', ');
    const rule = ruleFor(
      [],
      `key_groups: [${groups}]\n    shamir_threshold: 2\n    encrypted_regex: ^data$`,
    );
    const { file: sealed } = await seal(secrets(), rule);
    expect(valueOf(readManifest(sops('decrypt', put('groups.yaml', sealed.text)), 'x'))).toEqual(
      secrets().map(reveal),
    );
  });

  test('its edits keep what is sealed here, and what it wrote opens and changes here', async () => {
    const { file: sealed } = await seal(secrets(), ruleFor([ann, bob]));
    put('.sops.yaml', 'stores: {yaml: {indent: 2}}\n');
    sops('set', put('set.yaml', sealed.text), '["stringData"]["pw"]', '"changed"');
    const edited = readFileSync(file('set.yaml'), 'utf8');
    // Older ones order the fields of the sops block in another way.
    if (isNewest) {
      expect(changedLines(sealed.text, edited).map((line) => line.trim().split(':')[0])).toEqual([
        'pw',
        ...['lastmodified', 'mac', 'lastmodified', 'mac'],
      ]);
    }
    const again = await seal(secrets('changed'), ruleFor([ann, bob]), { text: edited, identities });
    expect(again.outcome).toBe('unchanged');
  });

  const SOURCE = `# head
a: x # inline
big: 1e21
ints: [0x1F, 0777, 1_000, -0]
floats: [1.50, 1.0, .5]
${is39 ? '' : 'dates: [2024-01-01, 2001-12-14t21:59:43.10-05:00]\n'}words: [yes, True, null, ~, ""]
anchor: &A {x: 1, y: two}
use: *A
merged: {<<: *A, z: 3}
text: |
  multi
  line
"1": digits
void: {} # nothing
outer:
  deep:
    x: 1
    # of deep
  # nothing
  y: chosen
plain_unencrypted: {${is39 ? '' : 'd: 2024-01-01, '}n: 08, s: "2024-01-01"}
---
second: document
`;

  test.each([
    ['default selection'],
    ['comments choose', '--encrypted-comment-regex', 'inline|nothing'],
    ['comments spare', '--unencrypted-comment-regex', 'inline'],
    ['only ciphertext in the MAC', '--mac-only-encrypted', '--unencrypted-regex', '^(a|use)$'],
    ['suffix', '--encrypted-suffix', 's'],
    ['expression', '--encrypted-regex', '^(a|text|1)$'],
  ])('what it writes opens here: %s', async (_title, ...flags) => {
    put('in.yaml', SOURCE);
    const encrypted = sopsEncrypt('in.yaml', ...flags);
    const opened = await open(encrypted, identities);
    expect(opened.macValid).toBe(true);
    const decrypted = valueOf(readManifest(sops('decrypt', put('there.yaml', encrypted)), 'x'));
    expect(opened.documents.map((document) => JSON.stringify(reveal(document)))).toEqual(
      decrypted.map((value) => JSON.stringify(value)),
    );
  });

  test('values it would seal alike are sealed alike: an edit here is an edit there', async () => {
    put('in.yaml', SOURCE);
    const encrypted = sopsEncrypt('in.yaml');
    for (const path of [['a'], ['merged', 'z'], ['anchor', 'x'], ['fresh'], ['text']]) {
      const edited = valueOf(
        await setValue(await open(encrypted, identities), path, new Secret('new'), LATER),
      ).text;
      const [first] = valueOf(readManifest(sops('decrypt', put('edited.yaml', edited)), 'x'));
      const at = path.reduce<Json | undefined>(
        (value, key) => (value as Record<string, Json> | undefined)?.[key],
        first,
      );
      expect(at).toBe('new');
    }
  });

  test('JSON stores', async () => {
    put('in.json', JSON.stringify({ a: 'x', n: 1.5, o: { l: [true, null, 'y\n'] }, '9': 'z' }));
    const encrypted = sopsEncrypt('in.json');
    const opened = await open(encrypted, identities);
    expect([opened.macValid, reveal(opened.documents[0] ?? null)]).toEqual([
      true,
      { a: 'x', n: 1.5, o: { l: [true, null, 'y\n'] }, '9': 'z' },
    ]);
    const edited = valueOf(await setValue(opened, ['o', 'new'], new Secret('v'), LATER)).text;
    expect(JSON.parse(sops('decrypt', put('edited.json', edited)))).toMatchObject({
      o: { new: 'v' },
    });
  });

  test('key groups that it shares', async () => {
    const groups = [ann, bob, bob].map(({ recipient }) => `{age: [${recipient}]}`).join(', ');
    const rule = `{key_groups: [${groups}], shamir_threshold: 2}`;
    put('groups.config', `creation_rules: [${rule}]\n`);
    put('in.yaml', 'a: {b: x}\n');
    const encrypted = sops('--config', file('groups.config'), '--encrypt', file('in.yaml'));
    const both = await open(encrypted, await identitiesOf(ann, bob));
    expect([both.macValid, reveal(both.documents[0] ?? null)]).toEqual([true, { a: { b: 'x' } }]);
    const one = await openSops(valueOf(parseEncrypted(encrypted, 'x')), identities);
    expect(codesOf(one)).toEqual(['secrets/wrong-identity']);
    const edited = valueOf(await setValue(both, ['a', 'c'], new Secret('new'), LATER)).text;
    expect(sops('decrypt', put('groups.yaml', edited))).toContain('c: new');
  });

  test.each([
    ['in.yaml', SOURCE.replaceAll(/ ?#.*/g, '').replace('merged: {<<: *A, z: 3}\n', '')],
    ['in.json', '{"b":{"9":[1.5,null,true,{}]},"a":"x","l":[],"n":12345678901}'],
    ['in.env', 'A=plain\nB=multi\\nline\nEMPTY=\n'],
    ['in.txt', 'any text\nof lines'],
  ])('as a whole %s reads as it decrypts there', async (name, source) => {
    put(name, source);
    const encrypted = sopsEncrypt(name);
    const opened = valueOf(await openSops(valueOf(parseEncrypted(encrypted, name)), identities));
    const theirs = sops('--config', '/dev/null', 'decrypt', put(`whole-${name}`, encrypted));
    // 3.9 leaves out the last line feed of JSON.
    expect(reveal(valueOf(plainText(opened)))).toBe(theirs.replace(/\}$/, '}\n'));
  });

  test('binary stores', async () => {
    put('in.txt', 'any text\nof lines\n');
    const opened = await open(sopsEncrypt('in.txt'), identities);
    expect([opened.macValid, reveal(opened.documents[0] ?? null)]).toEqual([
      true,
      { data: 'any text\nof lines\n' },
    ]);
  });

  test('dotenv stores', async () => {
    put('in.env', '# note\nA=plain\nB=multi\\nline\nEMPTY=\nC_unencrypted=clear=x\n');
    const parsed = valueOf(parseEncrypted(sopsEncrypt('in.env'), 'in.env'));
    expect(parsed.keys()).toEqual([['A'], ['B'], ['EMPTY'], ['C_unencrypted']]);
    const opened = valueOf(await openSops(parsed, identities));
    expect([opened.macValid, reveal(opened.documents[0] ?? null)]).toEqual([
      true,
      { A: 'plain', B: 'multi\nline', EMPTY: '', C_unencrypted: 'clear=x' },
    ]);
    expect((await setValue(opened, ['A'], new Secret('x'), LATER)).ok).toBe(false);
  });

  test.skipIf(!isNewest)('hybrid recipients, in one file with others', async () => {
    const identity = await generateHybridIdentity();
    const recipient = await identityToRecipient(identity);
    const { file: sealed } = await seal(secrets(), ruleFor([{ identity, recipient }, bob]));
    expect(sops('decrypt', put('hybrid.yaml', sealed.text))).toContain('pw:');
    expect((await open(sealed.text, await identitiesOf({ identity, recipient }))).macValid).toBe(
      true,
    );
    put('in.yaml', 'a: b\n');
    const theirs = sops('--encrypt', '--config', '/dev/null', '--age', recipient, file('in.yaml'));
    expect((await open(theirs, await identitiesOf({ identity, recipient }, ann))).macValid).toBe(
      true,
    );
  });

  test('it reads an updated recipient list and re-wraps the key for others', async () => {
    const { file: sealed } = await seal(secrets(), ruleFor([bob]));
    put(
      '.sops.yaml',
      `creation_rules: [{age: "${ann.recipient},${bob.recipient}", encrypted_regex: ^(data|stringData)$}]\nstores: {yaml: {indent: 2}}\n`,
    );
    sops('updatekeys', '--yes', put('keys.yaml', sealed.text));
    const updated = readFileSync(file('keys.yaml'), 'utf8');
    const again = await seal(secrets(), ruleFor([ann, bob]), { text: updated, identities });
    expect(again.outcome).toBe('unchanged');
  });
});

describe.skipIf(!has('age'))('with the age program', () => {
  test('it opens the data key, and the key opens the values', async () => {
    const { file: sealed } = await seal(secrets(), ruleFor([ann, bob]));
    const [document] = valueOf(readManifest(sealed.text, 'x')) as {
      sops: { age: { recipient: string; enc: string }[] };
      stringData: Record<string, string>;
    }[];
    const enc = document?.sops.age.find(({ recipient }) => recipient === bob.recipient)?.enc ?? '';
    const key = execFileSync('age', ['--decrypt', '-i', file('bob.txt')], { input: enc });
    expect(key).toHaveLength(32);
    const value = parseCiphertext(document?.stringData['1'] ?? '');
    expect(value && decrypt(key, value, 'stringData:1:')?.toString()).toBe('one');
  });

  test('what it wraps opens here', async () => {
    const { file: sealed } = await seal(secrets(), ruleFor([bob]));
    const [document] = valueOf(readManifest(sealed.text, 'x')) as {
      sops: { age: { enc: string }[] };
    }[];
    const enc = document?.sops.age[0]?.enc ?? '';
    const key = execFileSync('age', ['--decrypt', '-i', file('bob.txt')], { input: enc });
    const wrapped = execFileSync('age', ['--armor', '-r', ann.recipient, '-r', bob.recipient], {
      input: key,
    }).toString();
    const indent = (armored: string): string => armored.replace(/^(?=.)/gm, '        ');
    const text = sealed.text.replaceAll(indent(enc), indent(wrapped));
    expect((await open(text, identities)).macValid).toBe(true);
  });
});
