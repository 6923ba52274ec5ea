import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../../src/core/secret.ts';
import { createStore } from '../../../src/sops/edit-store.ts';
import { plainView, sealView } from '../../../src/sops/edit-view.ts';
import type { Identities } from '../../../src/sops/identities.ts';
import type { OpenedFile } from '../../../src/sops/open.ts';
import { has } from '../../support/programs.ts';
import {
  codesOf,
  identitiesOf,
  LATER,
  NOW,
  open,
  person,
  ruleFor,
  valueOf,
  type Person,
} from '../fixture.ts';
import { commentedYaml } from './commented-yaml.ts';

const ALL = 'unencrypted_suffix: _unencrypted';
const RUNS = process.env['GANTRY_SLOW'] === '1' ? 300 : 6;
const PROGRAMS = ['sops', 'sops-3.11.0', 'sops-3.9.4'].filter(has);
let ann: Person;
let identities: Identities;
let folder: string;

beforeAll(async () => {
  ann = await person();
  identities = await identitiesOf(ann);
  folder = mkdtempSync(join(tmpdir(), 'gantry-comments-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function sops(program: string, ...args: string[]): string {
  const env = { PATH: process.env['PATH'], HOME: folder, SOPS_AGE_KEY: ann.identity };
  const options = { cwd: folder, env, stdio: 'pipe', encoding: 'utf8' } as const;
  return execFileSync(program, ['--config', '/dev/null', ...args], options);
}

async function store(fields = ALL): Promise<OpenedFile> {
  const rule = ruleFor([ann], fields);
  const made = await createStore({ path: 'x.enc.yaml', entries: [], rule, now: NOW });
  return open(valueOf(made).text, identities);
}

const view = (of: OpenedFile): string => String(Secret.reveal(valueOf(plainView(of))));

/** The store after an edit that leaves this text. */
async function sealed(text: string, fields = ALL): Promise<OpenedFile> {
  const edited = valueOf(sealView(await store(fields), new Secret(text), NOW));
  return open(edited.text, identities);
}

const bodyOf = ({ source }: OpenedFile): string =>
  source.text.slice(0, source.text.indexOf('sops:')).replaceAll(/ENC\[[^\]]*type:/g, 'ENC[');

const EVERYWHERE = `# first

# of a
a: x # inline
b: # on the line of a key
  # in a mapping
  c: v
  # below the last of a mapping
l:
  # first in a list
  - one # behind an item
  # between items
  - d: z
    # in an item
    e: w
  # below the last item
block: | # behind the head of a block
  text # no comment
flow: [1, # in a flow list
  2]
empty: {} # behind brackets
none: # behind nothing
quoted: '# none' # but here
# at the end

# after that
`;

const commentsOf = (text: string): string[] =>
  (text.replace("'# none'", 'x').match(/# .*$/gm) ?? []).filter(
    (found) => found !== '# no comment',
  );

describe('comments of a store', () => {
  test('are sealed wherever they stand, and open again when it is edited', async () => {
    const file = await sealed(EVERYWHERE);
    expect(file.source.text).not.toMatch(/# |#$/m);
    expect(file.source.text.match(/type:comment/g)).toHaveLength(18);
    const shown = EVERYWHERE.replace(
      'block: | # behind the head of a block\n  text # no comment\n',
      '',
    );
    const back = view(file).replace(/^block:.*\n(?: {2}.*\n)?/m, '');
    expect(back).toBe(shown);
    expect(view(file)).toContain('# behind the head of a block');
    expect(view(file)).toContain('text # no comment');
  });

  test('keep every byte when nothing is changed, and their ciphertexts when something else is', async () => {
    const file = await sealed(EVERYWHERE);
    const same = valueOf(sealView(file, new Secret(view(file)), LATER));
    expect(same.text).toBe(file.source.text);
    const text = view(file).replace('a: x', 'a: changed');
    const after = valueOf(sealView(file, new Secret(text), LATER)).text;
    const [old, now] = [file.source.text.split('\n'), after.split('\n')];
    const changed = now.filter((line, index) => line !== old[index]);
    expect(changed.map((line) => line.trim().split(':')[0])).toEqual(['a', 'lastmodified', 'mac']);
    const comments = (of: string) => of.match(/ENC\[[^\]]*type:comment\]/g);
    expect(comments(after)).toEqual(comments(file.source.text));
  });

  test('that keep an old value do not show it', async () => {
    const file = await sealed(
      'token: old-value\nlist:\n  - s3cret-one\n  - two\ndeep:\n  key: inner-value\n',
    );
    const text = view(file)
      .replace('token: old-value', '# token: old-value\ntoken: new')
      .replace('  - s3cret-one', '  # - s3cret-one')
      .replace('  key: inner-value', '  key: new # inner-value');
    const after = valueOf(sealView(file, new Secret(text), LATER)).text;
    for (const value of ['old-value', 's3cret-one', 'inner-value'])
      expect(after).not.toContain(value);
    expect(view(await open(after, identities))).toBe(text);
  });

  test('written in the clear by older versions are sealed with the next change', async () => {
    const file = await sealed('a: x\n');
    const old = await open(file.source.text.replace('a:', '# b: old\na:'), identities);
    expect(view(old)).toBe('# b: old\na: x\n');
    expect(valueOf(sealView(old, new Secret(view(old)), LATER)).text).toBe(old.source.text);
    const after = valueOf(sealView(old, new Secret(`${view(old)}c: y\n`), LATER)).text;
    expect(after).toMatch(/^#ENC\[.*,type:comment\]\na: /);
  });

  test.each([
    [
      'another selection leaves them clear where their mapping is',
      'encrypted_regex: ^deep$',
      '# c\na: x\ndeep:\n  # d\n  b: w\n',
      '# c\na: x\ndeep:\n  #ENC[comment]\n  b: ENC[str]\n',
    ],
    [
      'a suffix',
      'encrypted_suffix: _s',
      '# c\na: x\ndeep_s:\n  # d\n  b: w\n',
      '# c\na: x\ndeep_s:\n  #ENC[comment]\n  b: ENC[str]\n',
    ],
    [
      'one that selects stays clear',
      'encrypted_comment_regex: seal',
      '# c\na: x\n# seal\nb: w\n# e\nc: z\n',
      '# c\na: x\n# seal\nb: ENC[str]\n# e\nc: z\n',
    ],
    [
      'and counts for those behind it',
      'encrypted_comment_regex: seal',
      '# seal\n# token: old\nb: w\n',
      '# seal\n#ENC[comment]\nb: ENC[str]\n',
    ],
    [
      'one that spares, likewise',
      'unencrypted_comment_regex: open',
      '# open\n# note\na: x\n# e\nc: z\n',
      '# open\n# note\na: x\n#ENC[comment]\nc: ENC[str]\n',
    ],
    ['an empty one has nothing to seal', ALL, '#\na: x\n', '#\na: ENC[str]\n'],
    ['a mark in a text is none', ALL, "a: x#y\nb: '#z'\n", 'a: ENC[str]\nb: ENC[str]\n'],
    ['comments alone are a store without values', ALL, '# only this\n', '#ENC[comment]\n'],
  ])('%s', async (_title, fields, text, body) => {
    const file = await sealed(text, fields);
    expect(bodyOf(file)).toBe(body);
    expect(view(file)).toBe(text);
  });

  test('that stay clear and hold a value that is sealed are refused, by line', async () => {
    const file = await sealed('token: old-value\nother: x\n', 'encrypted_regex: ^token$');
    const text = '# token: old-value\ntoken: new\nother: x\n';
    const refused = sealView(file, new Secret(text), LATER);
    expect(codesOf(refused)).toEqual(['secrets/clear-comment']);
    expect(JSON.stringify(refused)).toContain('line 1');
    expect(JSON.stringify(refused)).not.toContain('old-value');
  });

  test('typed as a ciphertext are comments like others', async () => {
    const forged =
      'ENC[AES256_GCM,data:b2xk,iv:MyIDYbT718JRr11QtBkcj3Dwm4k1aCGZBVeZf0EyV8o=,tag:t5z2Z023Up0kxwCgw1gNxg==,type:comment]';
    const file = await sealed(`#${forged}\na: x\n`);
    expect(file.source.text).not.toContain('data:b2xk');
    expect(view(file)).toBe(`#${forged}\na: x\n`);
  });
});

describe.each(PROGRAMS)('with the program %s', (program) => {
  test('comments that are sealed here open there', async () => {
    const { source } = await sealed(EVERYWHERE);
    writeFileSync(join(folder, 'x.enc.yaml'), source.text);
    const clear = sops(program, 'decrypt', 'x.enc.yaml');
    expect(clear).not.toContain('ENC[');
    for (const comment of commentsOf(EVERYWHERE)) expect(clear).toContain(comment);
  });

  // What 3.13.2 makes of comments in lists it cannot open itself.
  test('comments that are sealed there open here, and survive an edit', async () => {
    const text =
      program === 'sops'
        ? EVERYWHERE.replaceAll(
            / *# (?:first in a list|behind an item|between items|in a flow list)/g,
            '',
          )
        : EVERYWHERE;
    writeFileSync(join(folder, 'in.yaml'), text);
    const theirs = sops(program, '--encrypt', '--age', ann.recipient, 'in.yaml');
    const file = await open(theirs, identities);
    for (const comment of commentsOf(text)) expect(view(file)).toContain(comment);
    expect(view(file)).not.toContain('ENC[');
    expect(valueOf(sealView(file, new Secret(view(file)), LATER)).text).toBe(theirs);
    const edited = valueOf(sealView(file, new Secret(`fresh: v\n${view(file)}`), LATER));
    expect((await open(edited.text, identities)).macValid).toBe(true);
    writeFileSync(join(folder, 'y.enc.yaml'), edited.text);
    expect(sops(program, 'decrypt', 'y.enc.yaml')).not.toContain('ENC[');
  });

  test.each([
    ALL,
    'encrypted_regex: ^k(1|3|5)$',
    'encrypted_comment_regex: c-[0-4]$',
    'unencrypted_comment_regex: c-[0-4]$',
  ])('whatever stands in a store, its comments open there: %s', async (fields) => {
    const habits = { isTidy: true, isPlain: fields.includes('comment') };
    await fc.assert(
      fc.asyncProperty(commentedYaml(habits), async (text) => {
        const file = await sealed(text, fields);
        writeFileSync(join(folder, 'z.enc.yaml'), file.source.text);
        expect(sops(program, 'decrypt', 'z.enc.yaml')).not.toContain('ENC[');
        expect(valueOf(sealView(file, new Secret(view(file)), LATER)).text).toBe(file.source.text);
      }),
      { numRuns: RUNS },
    );
  });

  test('wherever comments stand, the store opens there, and shows as it was written here', async () => {
    await fc.assert(
      fc.asyncProperty(commentedYaml({ isTidy: false, isPlain: false }), async (text) => {
        const file = await sealed(text);
        writeFileSync(join(folder, 'w.enc.yaml'), file.source.text);
        sops(program, 'decrypt', 'w.enc.yaml');
        expect(view(file).match(/# c-\d+/g)).toEqual(text.match(/# c-\d+/g));
      }),
      { numRuns: RUNS },
    );
  });
});
