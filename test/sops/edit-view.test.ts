import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { plainView, sealView } from '../../src/sops/edit-view.ts';
import type { Identities } from '../../src/sops/identities.ts';
import type { OpenedFile } from '../../src/sops/open.ts';
import {
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

const ALL = 'unencrypted_suffix: _unencrypted';
let ann: Person;
let identities: Identities;
let opened: OpenedFile;

beforeAll(async () => {
  ann = await person();
  identities = await identitiesOf(ann);
  const store = {
    plain: 'word',
    number: 5,
    odd: 'yes',
    cert: 'one\n  two\n\nthree\n',
    deep: { list: ['x', { y: 'no end\nof line' }], none: null, empty: '' },
    open_unencrypted: 'clear',
  };
  const { file } = await seal([store], ruleFor([ann], ALL));
  const clear = await open(file.text.replace('deep:', '# about deep\ndeep:'), identities);
  const sealed = valueOf(edit(clear, (text) => text.replace('number: 5', 'number: 6'), NOW)).text;
  opened = await open(sealed, identities);
});

const view = (of: OpenedFile): string => String(Secret.reveal(valueOf(plainView(of))));
const edit = (of: OpenedFile, change: (text: string) => string, at = LATER) =>
  sealView(of, new Secret(change(view(of))), at);

test('the view is what a person would have written, without the sops block', () => {
  expect(view(opened)).toBe(`cert: |
  one
    two

  three
# about deep
deep:
  empty: ""
  list:
    - x
    - "y": |-
        no end
        of line
  none: null
number: 6
odd: "yes"
open_unencrypted: clear
plain: word
`);
});

describe('what comes back', () => {
  test('unchanged gives the file byte for byte', () => {
    expect(valueOf(edit(opened, (text) => text)).text).toBe(opened.source.text);
  });

  test('one changed value changes its line, the time and the MAC', () => {
    const after = valueOf(edit(opened, (text) => text.replace('plain: word', 'plain: other')));
    const before = opened.source.text.split('\n');
    const changed = after.text.split('\n').filter((line, index) => line !== before[index]);
    expect(changed.map((line) => line.trim().split(':')[0])).toEqual([
      'plain',
      'lastmodified',
      'mac',
    ]);
  });

  test('keys added, moved and removed, with new comments', async () => {
    const after = valueOf(
      edit(
        opened,
        (text) => `# first\nzz: { a: 1, b: "t, u" }\n${text.replace(/^odd: .*\n/m, '')}`,
      ),
    );
    const again = await open(after.text, identities);
    expect(again.macValid).toBe(true);
    expect(reveal(again.documents[0] ?? null)).toMatchObject({
      zz: { a: 1, b: 't, u' },
      number: 6,
    });
    expect(after.text).toMatch(/^#ENC.*,type:comment\]\nzz:/);
    expect(view(again)).toContain('# first\n');
    expect(after.text).not.toContain('odd:');
    const kept = /^number: .*$/m.exec(opened.source.text)?.[0] ?? 'none';
    expect(after.text).toContain(kept);
  });

  test.each([
    ['no YAML', 'a: "canary', 'secrets/edit'],
    ['a list', '- canary', 'secrets/edit'],
    ['two documents', 'a: 1\n---\nb: canary', 'secrets/edit'],
    ['an own sops block', 'sops: canary', 'secrets/edit'],
    ['an anchor used twice', 'a: &x canary\nb: *x', 'secrets/edit'],
    ['a number no reader of SOPS holds', 'a: 18446744073709551615', 'secrets/edit'],
  ])('%s is refused, without quoting it', (_title, text, code) => {
    const refused = edit(opened, () => text);
    expect(codesOf(refused)).toEqual([code]);
    expect(JSON.stringify(refused)).not.toContain('canary');
  });

  test('any text of a value survives a view that is not touched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), async (texts) => {
        const { file } = await seal([{ k: texts, m: { v: texts[0] ?? '' } }], ruleFor([ann], ALL));
        const store = await open(file.text, identities);
        expect(valueOf(edit(store, (text) => text)).text).toBe(file.text);
      }),
      { numRuns: 60 },
    );
  });
});

test('an empty mapping with a comment, as sops writes it, can be edited around', async () => {
  const odd = await open(`note: {\n    # nothing yet\n}\n${opened.source.text}`, identities);
  expect(valueOf(edit(odd, (text) => text)).text).toBe(odd.source.text);
});

test('a store of several documents has no view', async () => {
  const { file } = await seal([{ a: 'b' }, { c: 'd' }], ruleFor([ann], ALL));
  expect(codesOf(plainView(await open(file.text, identities)))).toEqual(['secrets/view']);
});

test('an emptied text is a slip', () => {
  for (const text of ['', '\n', ' \n\n']) {
    expect(codesOf(edit(opened, () => text))).toEqual(['secrets/edit']);
  }
});
