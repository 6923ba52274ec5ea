import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { Tree, TreeObject } from '../../src/core/tree.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import type { Identities } from '../../src/sops/identities.ts';
import { sealManifest } from '../../src/sops/seal.ts';
import {
  changedLines,
  codesOf,
  identitiesOf,
  NOW,
  open,
  person,
  reveal,
  ruleFor,
  seal,
  valueOf,
  type Person,
} from './fixture.ts';
import { printDocument, type Printable } from '../../src/yaml/print.ts';
import { readManifest } from '../../src/yaml/read.ts';

let ann: Person, bob: Person, eve: Person;
let identities: Identities;

beforeAll(async () => {
  [ann, bob, eve] = await Promise.all([person(), person(), person()]);
  identities = await identitiesOf(ann);
});

const secret = (values: Record<string, Tree>, name = 'a'): TreeObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, labels: { on: 'yes' } },
  stringData: values,
});

const keyOf = (line: string): string => line.trim().split(':')[0] ?? '';

describe('a new file', () => {
  test('is laid out as sops 3.13 would, with two blanks and only selected leaves sealed', async () => {
    const values = {
      pw: new Secret('p'),
      'multi line': 'a\nb\n',
      empty: new Secret(''),
      none: null,
    };
    const { file, sealed, leaves, outcome } = await seal([secret(values)], ruleFor([ann]));
    expect({ sealed, leaves, outcome }).toEqual({ sealed: 2, leaves: 8, outcome: 'created' });
    const shown = file.text
      .replace(/ENC\[[^\]]*\]/g, 'ENC')
      .replace(/^ +[A-Za-z0-9+/=]{20,}\n/gm, '');
    expect(shown).toBe(
      [
        'apiVersion: v1\nkind: Secret\nmetadata:\n  labels:\n    "on": "yes"\n  name: a\n',
        'stringData:\n  empty: ""\n  multi line: ENC\n  none: null\n  pw: ENC\n',
        'sops:\n  age:\n    - enc: |\n        -----BEGIN AGE ENCRYPTED FILE-----\n        -----END AGE ENCRYPTED FILE-----\n',
        `      recipient: ${ann.recipient}\n  encrypted_regex: ^(data|stringData)$\n`,
        '  lastmodified: "2026-01-01T10:20:30Z"\n  mac: ENC\n  version: 3.13.2\n',
      ].join(''),
    );
  });

  test('holds no plaintext of a secret', async () => {
    const { file } = await seal([secret({ pw: new Secret('correct horse') })], ruleFor([ann]));
    expect(file.text).not.toContain('correct');
    expect(file.text).not.toContain(Buffer.from('correct horse').toString('base64').slice(0, 12));
  });

  test('decrypts to the same values, whatever they are', async () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('yes', '1', '2024-01-01', 'ENC[x]', 'a\n', '\n'),
      fc.integer(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        // Read back, a number that large is a bigint, since it may not be what it was.
        .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value))
        .map((value) => (Object.is(value, -0) ? 0 : value)),
      fc.boolean(),
      fc.constant(null),
    );
    const { node } = fc.letrec<{ node: Tree }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        scalar,
        scalar.map((value) => new Secret(value)),
        fc.array(tie('node'), { maxLength: 3 }),
        fc
          .dictionary(
            fc.oneof(
              fc.constantFrom('data', 'a:b', '1', '<<', '__proto__', 'data_unencrypted'),
              fc.string({ maxLength: 5 }),
            ),
            tie('node'),
            { maxKeys: 3 },
          )
          .map((object) => Object.fromEntries(Object.entries(object))),
      ),
    }));
    const rules = [
      ruleFor([ann]),
      ruleFor([ann], 'unencrypted_suffix: _unencrypted'),
      ruleFor([ann], 'mac_only_encrypted: true\n    encrypted_suffix: a'),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(node, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...rules),
        async (values, rule) => {
          const objects = values.map((value) => ({ value }));
          const { file } = await seal(objects, rule);
          const opened = await open(file.text, identities);
          expect(opened.macValid).toBe(true);
          expect(opened.documents.map(reveal)).toEqual(objects.map(reveal));
        },
      ),
      { numRuns: 80 },
    );
  });

  test('what the format cannot hold is refused, all of it', async () => {
    const objects = [{ data: { a: '\ud800', b: NaN, c: new Secret(2n ** 64n) }, sops: 1 }];
    const result = await sealManifest({ path: 'x', objects, rule: ruleFor([ann]), now: NOW });
    expect(codesOf(result)).toEqual(Array(4).fill('secrets/value'));
  });

  test('a rule with nobody is refused', async () => {
    const objects = [secret({ a: 'b' })];
    const sealed = await sealManifest({ path: 'x', objects, rule: ruleFor([]), now: NOW });
    expect(codesOf(sealed)).toEqual(['config/recipients']);
  });
});

describe('an existing file', () => {
  const objects = (pw: string): TreeObject[] => [
    secret({ pw: new Secret(pw), other: new Secret('same'), list: ['x', 'y', 'x'] }),
    secret({ pw: new Secret('same'), port: 80 }, 'b'),
  ];

  test('keeps its bytes when nothing changed', async () => {
    const { file } = await seal(objects('one'), ruleFor([ann, bob]));
    const again = await seal(objects('one'), ruleFor([bob, ann]), { text: file.text, identities });
    expect(again.outcome).toBe('unchanged');
    expect(again.file.text).toBe(file.text);
  });

  test('one changed value changes itself, the MAC and the time', async () => {
    const { file } = await seal(objects('one'), ruleFor([ann, bob]));
    const next = await seal(objects('two'), ruleFor([ann, bob]), { text: file.text, identities });
    expect(next.outcome).toBe('updated');
    const keys = changedLines(file.text, next.file.text).map(keyOf);
    expect(keys).toEqual(['pw', 'lastmodified', 'mac', 'lastmodified', 'mac']);
  });

  test('key order, indent, comments and the layout of sops 3.10 stay', async () => {
    const { file } = await seal(
      [secret({ b: new Secret('1'), a: new Secret('2') })],
      ruleFor([ann]),
    );
    const old = inOldLayout(file.text);
    const stale = await seal([secret({ b: new Secret('1'), a: new Secret('2') })], ruleFor([ann]), {
      text: old,
      identities,
    });
    expect(stale.notes.map(({ code }) => code)).toEqual(['secrets/mac']);
    expect(changedLines(old, stale.file.text).map(keyOf)).toEqual(['lastmodified', 'mac']);
    const added = { b: new Secret('1'), a: new Secret('2'), c: new Secret('3') };
    const next = await seal([secret(added)], ruleFor([ann]), { text: stale.file.text, identities });
    const body = next.file.text.split('sops:')[0] ?? '';
    expect(body.split('\n').map((line) => line.replace(/ENC.*/, 'ENC'))).toEqual([
      'kind: Secret',
      'apiVersion: v1',
      'metadata:',
      '    labels:',
      '        "on": "yes"',
      '    name: a',
      'stringData:',
      '    b: ENC',
      '    a: ENC',
      '    c: ENC',
      '',
    ]);
    expect(next.file.text).toContain(/b: ENC.*/.exec(file.text)?.[0]);
  });

  test('moved values take their ciphertext along, equal values do not share one', async () => {
    const { file } = await seal(objects('one'), ruleFor([ann]));
    const ciphertexts = (text: string): string[] =>
      text
        .match(/ENC\[[^\]]*\]/g)
        ?.filter((sealed) => sealed.length < 160)
        .sort() ?? [];
    const [first, second] = objects('one');
    const swapped = await seal([second ?? {}, first ?? {}], ruleFor([ann]), {
      text: file.text,
      identities,
    });
    expect(ciphertexts(swapped.file.text)).toEqual(ciphertexts(file.text));
    expect(new Set(ciphertexts(file.text)).size).toBe(7);
  });

  test('an added recipient changes key entries only', async () => {
    const { file } = await seal(objects('one'), ruleFor([ann]));
    const next = await seal(objects('one'), ruleFor([ann, bob]), { text: file.text, identities });
    const without = next.file.text.replace(
      / {4}- enc: \|\n(?: {8}.*\n)+ {6}recipient: (.*)\n/g,
      (entry, recipient) => (recipient === bob.recipient ? '' : entry),
    );
    expect(without).toBe(file.text);
    expect(next.notes.map(({ code }) => code)).toEqual(['secrets/recipient-added']);
    expect((await open(next.file.text, await identitiesOf(bob))).macValid).toBe(true);
  });

  test('a removed recipient means a new data key and new ciphertexts, said aloud', async () => {
    const { file } = await seal(objects('one'), ruleFor([ann, eve]));
    const next = await seal(objects('one'), ruleFor([ann]), { text: file.text, identities });
    expect(next.notes).toMatchObject([{ code: 'secrets/recipient-removed', severity: 'warning' }]);
    expect(next.notes[0]?.message).toContain(eve.recipient);
    const old = new Set(file.text.match(/ENC\[[^\]]*\]/g));
    expect(next.file.text.match(/ENC\[[^\]]*\]/g)?.some((sealed) => old.has(sealed))).toBe(false);
  });

  test('a changed selection seals what was clear and frees what was sealed', async () => {
    const { file } = await seal(objects('one'), ruleFor([ann]));
    const next = await seal(objects('one'), ruleFor([ann], 'encrypted_regex: ^labels$'), {
      text: file.text,
      identities,
    });
    expect(next.file.text).toMatch(/"on": ENC\[/);
    expect(next.file.text).toMatch(/^ {2}pw: one$/m);
  });

  test('key groups: two of three, and a file of one group turned into it', async () => {
    const groups = (text: string): string =>
      `key_groups: [${text}]\n    encrypted_regex: ^stringData$\n    shamir_threshold: 2`;
    const rule = ruleFor(
      [],
      groups([ann, bob, eve].map(({ recipient }) => `{age: ${recipient}}`).join(', ')),
    );
    const { file } = await seal(objects('one'), ruleFor([ann]));
    const next = await seal(objects('one'), rule, { text: file.text, identities });
    expect(next.file.text).toMatch(/^ {2}key_groups:\n {4}- age:\n/m);
    expect((await open(next.file.text, await identitiesOf(bob, eve))).macValid).toBe(true);
    const alone = await import('../../src/sops/open.ts').then(({ openSops }) =>
      openSops(valueOf(parseEncrypted(next.file.text, 'x')), identities),
    );
    expect(codesOf(alone)).toEqual(['secrets/wrong-identity']);
  });
});

/** The same file as sops 3.10 and a person left it: other orders, indent 4, a comment. */
function inOldLayout(text: string): string {
  const [document = {}] = valueOf(readManifest(text, 'x')) as JsonObject[];
  const { apiVersion = null, kind = null, metadata = null } = document;
  const { b = null, a = null } = document['stringData'] as JsonObject;
  const {
    age,
    lastmodified = null,
    mac = null,
    encrypted_regex = null,
    version = null,
  } = document['sops'] as JsonObject;
  const [{ recipient = null, enc = null } = {}] = age as JsonObject[];
  const map = (entries: Record<string, Printable>): Printable => new Map(Object.entries(entries));
  const printed = printDocument(
    map({
      kind,
      apiVersion,
      metadata,
      stringData: map({ b, a }),
      sops: map({ age: [map({ recipient, enc })], lastmodified, mac, encrypted_regex, version }),
    }),
    4,
  );
  return printed.replace(/^( +b: .*)$/m, '$1 # why');
}
