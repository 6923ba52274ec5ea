import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../../src/core/secret.ts';
import { clearValues } from '../../../src/sops/audit/clear-values.ts';
import { plainView, sealView } from '../../../src/sops/edit-view.ts';
import { parseEncrypted } from '../../../src/sops/encrypted-file.ts';
import { openSops } from '../../../src/sops/open.ts';
import type { Selection } from '../../../src/sops/selection.ts';
import { has } from '../../support/programs.ts';
import { identitiesOf, LATER, person, ruleFor, seal, valueOf, type Person } from '../fixture.ts';

/** A value as it is written, and whether sops encrypts it. */
const VALUES: readonly (readonly [string, boolean])[] = [
  ['null', false],
  ['~', false],
  ['', false],
  ['!!null ""', false],
  ['""', false],
  ["''", false],
  ['!!str', false],
  ['!!binary ""', false],
  ['{}', false],
  ['[]', false],
  ['[null, "", {}, []]', false],
  ['{x: null, z: [[]]}', false],
  ['" "', true],
  ['"null"', true],
  ['word', true],
  ['0', true],
  ['-0.0', true],
  ['1.5', true],
  ['.nan', true],
  ['false', true],
  ['!!binary aGk=', true],
  ['2024-01-01', true],
  ['[null, x]', true],
  ['{x: "", z: [[1]]}', true],
];

let ann: Person;
let folder: string;
let block: string;

beforeAll(async () => {
  ann = await person();
  folder = mkdtempSync(join(tmpdir(), 'gantry-clear-'));
  const { file } = await seal([{ a: 'x' }], ruleFor([ann], 'unencrypted_suffix: _unencrypted'));
  block = file.text.slice(file.text.indexOf('sops:'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const clearOf = (text: string, selections?: readonly Selection[]): string[] => {
  const file = valueOf(parseEncrypted(text, 'x.enc.yaml'));
  return clearValues(file, selections ?? [file.metadata.selection]).map(
    ({ pointer, line }) => `${pointer} ${line}`,
  );
};

describe.each(VALUES)('the value %s', (value, isEncrypted) => {
  test(`${isEncrypted ? 'is' : 'is not'} missed as ciphertext`, () => {
    expect(clearOf(`a: ${value}\n${block}`).length > 0).toBe(isEncrypted);
  });

  const programs = ['sops', 'sops-3.11.0', 'sops-3.9.4'].filter(has);
  test.each(programs)(`${isEncrypted ? 'is' : 'is not'} encrypted by %s`, async (program) => {
    // Dates are beyond 3.9.
    if (program === 'sops-3.9.4' && value.startsWith('2024')) return;
    writeFileSync(join(folder, 'in.yaml'), `a: ${value}\n`);
    const args = ['--config', '/dev/null', '--encrypt', '--age', ann.recipient, 'in.yaml'];
    const text = execFileSync(program, args, { cwd: folder }).toString();
    expect(text.slice(0, text.indexOf('sops:')).includes('ENC[')).toBe(isEncrypted);
    expect(clearOf(text)).toEqual([]);
    const parsed = valueOf(parseEncrypted(text, 'x.enc.yaml'));
    const opened = valueOf(await openSops(parsed, await identitiesOf(ann)));
    const view = valueOf(plainView(opened));
    expect(valueOf(sealView(opened, new Secret(Secret.reveal(view)), LATER)).text).toBe(text);
  });
});

describe('values in the clear', () => {
  const sealed =
    'ENC[AES256_GCM,data:oYyi,iv:MyIDYbT718JRr11QtBkcj3Dwm4k1aCGZBVeZf0EyV8o=,tag:t5z2Z023Up0kxwCgw1gNxg==,type:str]';

  test.each<[string, string, string[]]>([
    ['beside sealed ones', `a: ${sealed}\nb: clear\n`, ['/b 2']],
    ['in mappings and lists', `a:\n  - b: [clear]\n  - 1\n`, ['/a/b 2', '/a 3']],
    ['behind a ciphertext', `a: ${sealed} and more\n`, ['/a 1']],
    ['of the shape of a ciphertext', 'a: ENC[AES256_GCM,data:clear]\n', ['/a 1']],
    ['that are meant to be', 'a_unencrypted: {b: clear}\n', []],
    ['through an anchor', 'x_unencrypted: &x clear\na: *x\n', ['/a 2']],
  ])('%s', (_title, body, expected) => {
    expect(clearOf(body + block)).toEqual(expected);
  });

  test('in a later document', () => {
    expect(clearOf(`a: ${sealed}\n${block}---\nb: clear\n`)).toEqual([
      expect.stringMatching(/^\/b \d+$/),
    ]);
  });

  test.each<[Selection, string[]]>([
    [{ kind: 'encrypted_regex', pattern: '^(data|stringData)$' }, ['/data/a 1']],
    [{ kind: 'encrypted_suffix', pattern: 'ta' }, ['/data/a 1', '/meta/b 2']],
    [{ kind: 'unencrypted_regex', pattern: '^(data|kind)$' }, ['/meta/b 2', '/chosen 5']],
    [{ kind: 'encrypted_comment_regex', pattern: 'seal' }, ['/chosen 5']],
    [{ kind: 'unencrypted_comment_regex', pattern: 'seal' }, ['/data/a 1', '/meta/b 2', '/kind 3']],
  ])('as %o of a rule selects', (selection, expected) => {
    const body = 'data: {a: x}\nmeta: {b: y}\nkind: z\n# seal this\nchosen: w\n';
    const clear = block.replace('unencrypted_suffix: _unencrypted', 'encrypted_regex: ^none$');
    expect(clearOf(body + clear, [selection])).toEqual(expected);
  });
});
