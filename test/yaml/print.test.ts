import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/core/json.ts';
import { printDocument, printManifest } from '../../src/yaml/print.ts';
import { readManifest } from '../../src/yaml/read.ts';
import { hasYq } from '../support/programs.ts';

const data = {
  empty: '',
  version: '1.20',
  answer: 'yes',
  date: '2024-01-02',
  cron: '*/3 * * * *',
  tag: '!tag',
  colon: 'a: b',
  hash: 'a #b',
  lead: '  lead',
  accent: 'é',
  noFinal: 'a\nb',
  oneFinal: 'a\nb\n',
  twoFinal: 'a\nb\n\n',
  indented: '  a\nb\n',
  trailing: 'a \nb\n',
  tab: 'a\tb',
  clock: '1:30',
  merge: '<<',
};

describe('manifests print as yq prints them', () => {
  test('scalar styles', () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data };
    expect(printManifest([object])).toMatchInlineSnapshot(`
      "apiVersion: v1
      data:
        accent: é
        answer: "yes"
        clock: 1:30
        colon: 'a: b'
        cron: '*/3 * * * *'
        date: "2024-01-02"
        empty: ""
        hash: 'a #b'
        indented: |2
            a
          b
        lead: '  lead'
        merge: <<
        noFinal: |-
          a
          b
        oneFinal: |
          a
          b
        tab: "a\\tb"
        tag: '!tag'
        trailing: "a \\nb\\n"
        twoFinal: |+
          a
          b

        version: "1.20"
      kind: ConfigMap
      metadata:
        name: x
      "
    `);
  });

  test('documents, order of keys, empty collections, nested sequences', () => {
    const object = {
      apiVersion: 'v1',
      kind: 'K',
      b: { '10': [], '9': {} },
      a: [[1, [true]], { z: null, y: -0.5 }],
    };
    expect(printManifest([object, { apiVersion: 'v1', kind: 'K' }])).toBe(
      'a:\n  - - 1\n    - - true\n  - "y": -0.5\n    z: null\n' +
        'apiVersion: v1\nb:\n  "10": []\n  "9": {}\nkind: K\n---\napiVersion: v1\nkind: K\n',
    );
  });

  test('long and multi-line keys take the ? form', () => {
    const long = 'k'.repeat(129);
    expect(printDocument({ [long]: { a: 1 } })).toBe(`? ${long}\n: a: 1\n`);
    expect(printDocument({ 'a\nb': 'x' })).toBe('? |-\n  a\n  b\n: x\n');
  });

  test('text that go-yaml would write wrongly is double-quoted', () => {
    expect(printDocument(['\na', '\ta\nb', 'a\u2028 b', 'a\u0085'])).toBe(
      '- "\\na"\n- "\\ta\\nb"\n- "a\\L b"\n- "a\\N"\n',
    );
  });

  test('with an indent of four as sops has it', () => {
    const value = { a: [{ b: { c: 'x\ny\n' } }] };
    expect(printDocument(value, 4)).toBe(
      'a:\n    - b:\n        c: |\n            x\n            y\n',
    );
  });
});

const fragment = fc.constantFrom(
  ...[
    'a',
    'yes',
    'N',
    '1',
    '0x1F',
    '1_0',
    ' ',
    '  ',
    '\t',
    '\n',
    '#',
    ': ',
    ':',
    '-',
    '- ',
    'é',
    '\u00a0',
  ],
  ...[
    '"',
    "'",
    '\\',
    '|',
    '>',
    '%',
    '@',
    '`',
    '{',
    '}',
    '[',
    ']',
    ',',
    '&',
    '*',
    '!',
    '?',
    '...',
    '---',
  ],
  ...['<<', '~', 'null', '.inf', '1e3', '1:30', '2024-01-02', 'true', '=', 'x'.repeat(130)],
);
const hostile = fc.array(fragment, { maxLength: 5 }).map((parts) => parts.join(''));
const any = fc.string({ unit: 'binary', maxLength: 12 });
const tree = (text: fc.Arbitrary<string>): fc.Arbitrary<Json> =>
  fc.letrec<{ node: Json }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.constantFrom(null, true, false, 0, -5, 1.5),
      fc.array(tie('node'), { maxLength: 3 }),
      fc
        .dictionary(
          text.map((key) => `k${key}`),
          tie('node'),
          { maxKeys: 3 },
        )
        .map((object) => ({ ...object })),
    ),
  })).node;

describe('printing', () => {
  test('reads back as the same value, whatever the text', () => {
    fc.assert(
      fc.property(tree(fc.oneof(hostile, any)), (value) => {
        const read = readManifest(printDocument({ value }), 'x.yaml');
        expect(read).toEqual({ ok: true, value: [{ value }] });
      }),
      { numRuns: 300 },
    );
  });

  test.skipIf(!hasYq())('gives the bytes of yq, and yq reads the same values', () => {
    const values = fc
      .sample(tree(hostile.filter((text) => !/^[\n\t]/.test(text))), 400)
      .map((value) => ({ value }));
    const folder = mkdtempSync(join(tmpdir(), 'gantry-print-'));
    try {
      const input = join(folder, 'in.yaml');
      writeFileSync(input, values.map((value) => JSON.stringify(value)).join('\n---\n'));
      const printed = execFileSync('yq', ['-P', 'sort_keys(..)', input]).toString();
      const ours = values.map((value) => printDocument(value));
      expect(ours).toEqual(printed.split(/^---\n/m));
      const read = execFileSync('yq', ['-o=json', '-I=0', '.'], {
        input: ours.join('---\n'),
      }).toString();
      expect(
        read
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Json),
      ).toEqual(values);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
