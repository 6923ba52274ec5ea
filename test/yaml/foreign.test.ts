import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readForeign } from '../../src/yaml/foreign.ts';
import { has } from '../support/programs.ts';

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const JSON_HEAD = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}';

/** `line:column` of every refusal, the words of every difference, or the codes of what keeps it from being read. */
function findings(text: string): string[] {
  const read = readForeign(text, 'f.yaml');
  if (!read.ok) return read.diagnostics.map(({ code, origin }) => `${code} ${place(origin)}`);
  const { refusals, differences } = read.value;
  return [
    ...refusals.map(({ origin }) => `refused ${place(origin)}`),
    ...differences.map(({ path, refusedBy }) => `${path.join('.')} ${refusedBy.join()}`.trim()),
  ];
}

function place(origin: { line?: number; column?: number } | undefined): string {
  return `${origin?.line ?? '?'}:${origin?.column ?? '?'}`;
}

const count = (text: string) => {
  const read = readForeign(text, 'f.yaml');
  return read.ok ? read.value.values.length : undefined;
};

/** Texts that kubectl 1.36 (sigs.k8s.io/yaml 1.6) and kustomize 5.8 refuse both, by what stands behind the head. */
const REFUSED = {
  'a raw control character in a comment': ['# \x1b[1m\n', '4:3'],
  'a raw control character in quotes': ['data: {a: "\x07"}\n', '4:12'],
  NUL: ['data: {a: "\0"}\n', '4:12'],
  DEL: ['data: {a: "\x7f"}\n', '4:12'],
  C1: ['data: {a: "\x80"}\n', '4:12'],
  'U+FFFE': ['# \ufffe\n', '4:3'],
  'U+2028 in plain text': ['data:\n  a: b\u2028c\n', '5:7'],
  'NEL in plain text': ['data:\n  a: b\u0085c\n', '5:7'],
  'U+2029 in a block scalar': ['data:\n  a: |\n    b\u2029c\n', '6:6'],
  'a surrogate pair': ['data: {a: "\\ud83d\\ude00"}\n', '4:12'],
  'half a pair': ['data: {a: "\\ud83d"}\n', '4:12'],
  'a surrogate of eight digits': ['data: {a: "\\U0000D83D"}\n', '4:12'],
  'an escaped slash': ['data: {a: "x\\/y"}\n', '4:13'],
  'an escaped slash in a key': ['data: {"x\\/y": a}\n', '4:10'],
  'text behind a separator': [`--- {a: 1}\n`, '4:1'],
  'a fourth dash': [`----\n${HEAD}`, undefined],
  'text behind the end marker': [`...\n${HEAD}`, '4:1'],
  'a tab on an empty line': ['data:\n  a: b\n\t\n  c: d\n', '6:1'],
  'a tab where a block scalar begins': ['data:\n  a: |\n\n    \tb\n', '7:5'],
  'a tab before a comment': ['data:\n  a: b\n  \t# c\n  c: d\n', '6:3'],
} as const;

describe('what kubectl and kustomize refuse', () => {
  test.each(Object.entries(REFUSED))('%s', (_, [text, at]) => {
    const found = findings(HEAD + text);
    expect(found).toHaveLength(1);
    if (at !== undefined) expect(found).toEqual([`refused ${at}`]);
  });

  test.each([
    ['a directive', `%YAML 1.1\n---\n${HEAD}`, '1:1'],
    ['a directive below a comment', `# c\n%TAG ! x\n---\n${HEAD}`, '2:1'],
    ['a document on the first separator', '--- {apiVersion: v1}\n', '1:1'],
  ])('%s', (_, text, at) => {
    expect(findings(text)).toEqual([`refused ${at}`]);
  });

  test.each([
    ['a number that JSON does not have', 'data: {a: .inf}\n'],
    ['no number', 'data: {a: .nan}\n'],
    ['a key that is null', 'data: {~: a}\n'],
    ['a merge of text', 'data:\n  <<: a\n'],
  ])('%s', (_, text) => {
    expect(findings(HEAD + text)).toEqual([expect.stringMatching(/ kubectl,kustomize$/)]);
  });
});

/** Texts that both read alike, by what stands behind the head. */
const FINE = {
  numbers: 'data: [0777, 0o17, 1_000, 1:30, 0x1F, 1e3, 08, +5, 1e400]\n',
  'words that are booleans for nobody': 'data: [yEs, tRUE, "yes", \'no\', Yess, nope, True]\n',
  'a moment in full': 'data: {a: 2001-12-14T21:59:43Z}\n',
  'merge keys': 'x: &x {a: b}\ndata:\n  <<: *x\n',
  escapes: 'data: {a: "\\x41\\u0041\\U00000041\\N\\_\\L\\P\\e\\0", b: "\\\\/", c: \'\\/\'}\n',
  'separators with blanks and comments': `--- \n${HEAD}--- # c\n${HEAD}---\t\n`,
  'an end marker at the end': '...\n',
  'an end marker before a separator': `...\n---\n${HEAD}`,
  'dashes within a block scalar': 'data:\n  a: |\n    ---\n    ...\n    %x\n    ---- x\n',
  'U+2028 in quotes': 'data: {a: "b\u2028c"}\n',
  'tabs in text and between tokens': 'data:\n  a:\tb\n  c: |\n    x\n    \ty\n  d: [1,\n    \t2]\n',
  'Windows line ends': 'data:\r\n  a: |\r\n    b\r\n',
  'characters of every kind': 'data: {a: "é😀\ufeff\u00a0"}\n',
} as const;

describe('what both read alike', () => {
  test.each(Object.entries(FINE))('%s', (_, text) => {
    expect(findings(HEAD + text)).toEqual([]);
  });

  test('a byte order mark in front of each document', () => {
    const marked = `\ufeff${HEAD}`;
    for (const text of [
      `${marked}---\n${marked}`,
      `${marked}--- # c\r\n\ufeff${JSON_HEAD}}\n`,
      ...['\n', '# c\n', '  \n  # c\n', '\r\n', '# \ufeff\n\n', '\ufeff# c\n', '\ufeff\n'].map(
        (before) => `# c\n${marked}---\n${before}${marked}`,
      ),
      `${marked}---\n\n\ufeff"apiVersion": v1\nkind: ConfigMap\n`,
      `${marked}---\n\ufeff---\n${HEAD}`,
    ])
      expect([findings(text), count(text)], JSON.stringify(text)).toEqual([[], 2]);
  });

  test.each([
    ['a comment', `a: b\n---\n\n\ufeff# c\n${HEAD}`],
    ['a separator', `a: b\n---\n\n\ufeff---\n${HEAD}`],
    ['nothing', `a: b\n---\n\n\ufeff\n${HEAD}`],
    ['a document that has begun', `a: b\n\ufeff---\n${HEAD}`],
  ])('but not one behind a line and in front of %s', (_, text) => {
    expect(findings(text)).toEqual([expect.stringMatching('yaml/syntax')]);
  });

  test('carriage returns alone end lines', () => {
    expect(readForeign('a: b\rc:\r- d\r', 'f')).toMatchObject({
      value: { values: [{ a: 'b', c: ['d'] }] },
    });
  });
});

/** What one reads as it is written and the other does not, or refuses. */
const DIFFERENT = {
  'booleans of YAML 1.1': ['data: {a: yes, b: N, c: on, d: x}\n', ['data.a', 'data.b', 'data.c']],
  'booleans of YAML 1.1 as keys': ['data:\n  yes: a\n  "no": b\n', ['data.yes']],
  'an item of a list': ['data: [a, [off]]\n', ['data.1.0']],
  'a boolean with a name, told once': ['x: &x no\ndata: *x\n', ['x']],
  'dates that are not in full': [
    'data: {a: 2024-01-01, b: 2001-12-14 21:59:43}\n',
    ['data.a', 'data.b'],
  ],
  'keys that are no text': [
    'data:\n  1: a\n  true: b\n  1.5: c\n',
    ['data.1 kustomize', 'data.true kustomize', 'data.1.5 kustomize'],
  ],
  'a merge key in quotes': ['data: {"<<": {a: b}}\n', ['data.<<']],
  'a value that is not there in brackets': ['data: {a, b: }\n', ['data.a', 'data.b']],
  'a last line that does not end': ['data:\n  a: |\n    x', ['data.a']],
} as const;

describe('what they read differently', () => {
  test.each(Object.entries(DIFFERENT))('%s', (_, [text, paths]) => {
    expect(findings(HEAD + text)).toEqual(paths);
  });

  test('JSON whose escapes YAML does not have', () => {
    for (const data of ['"\\ud83d\\ude00"', '"\\/"', '"\\\\\\/"', '"\x7f"'])
      expect(findings(`${JSON_HEAD},"data":{"a":${data}}}`)).toEqual(['kustomize']);
    expect(findings(`${JSON_HEAD},"data":{"a":"\\\\/\\\\ud83d"}}`)).toEqual([]);
  });
});

describe('JSON objects one after the other', () => {
  test.each([
    ['by lines', `${JSON_HEAD}}\n${JSON_HEAD}}\n`],
    ['without anything', `${JSON_HEAD}}${JSON_HEAD}}`],
    ['over several lines', `{\n\t"a": {"b": "}{"}\n}\r\n{\n\t"c": []\n}\n`],
  ])('%s', (_, text) => {
    expect([findings(text), count(text)]).toEqual([[''], 2]);
  });

  test.each([
    ['JSON and YAML', `---\n${JSON_HEAD}}\n---\n${HEAD}`, 3],
    ['JSON', `--- # c\r\n${JSON_HEAD}}\n`, 2],
    ['a line, a comment and JSON', `\n# c\n---\n${JSON_HEAD}}\n`, 2],
    ['nothing', '---\n', 1],
    ['a comment', '# c\n', 1],
    ['the end of a document', `...\n---\n${HEAD}`, 2],
  ])('behind JSON, a separator or a comment is read by newer kubectl: %s', (_, rest, values) => {
    const text = `${JSON_HEAD}}\n${rest}`;
    expect([findings(text), count(text)]).toEqual([[''], values]);
    expect(findings(`${JSON_HEAD}}${text}`)).toEqual(['', 'kubectl']);
  });

  test.each([
    ['YAML', `\n${HEAD}`, '2:1'],
    ['YAML on the same line', ' a: b\n', '1:64'],
    ['YAML behind a comment', `\n# c\n\n  ${HEAD.replaceAll('\n', '\n  ')}`, '4:3'],
    ['YAML in brackets', '\n{a: b}\n', '2:1'],
    ['JSON with a byte order mark', `\n\ufeff${JSON_HEAD}}\n`, '2:1'],
    ['a separator on the same line', `---\n${HEAD}`, '1:63'],
  ])('behind JSON, %s is read by one of them at most', (_, rest, at) => {
    expect(findings(`${JSON_HEAD}}${rest}`)).toEqual([`refused ${at}`]);
  });

  test('a byte order mark does not hide them', () => {
    expect(findings(`\ufeff${JSON_HEAD}}`)).toEqual([]);
    expect(findings(`\ufeff${JSON_HEAD}}\n${JSON_HEAD}}`)).toEqual(['']);
    expect(findings(`\ufeff${JSON_HEAD}}\n---\n${JSON_HEAD}}`)).toEqual(['']);
  });

  test('no separator is proposed, which kubectl refuses', () => {
    for (const text of [`${JSON_HEAD}}${JSON_HEAD}}`, `${JSON_HEAD}}\n---\n${JSON_HEAD}}`])
      expect(readForeign(text, 'f')).toMatchObject({
        value: {
          differences: [{ help: expect.stringMatching(/^[^-]*kind: List[^-]*$/) as unknown }],
        },
      });
  });

  test('one with a fault is placed, and is one finding', () => {
    expect(findings(`${JSON_HEAD}}\n{"a":1,"a":2}\n`)).toEqual(['yaml/duplicate-key 2:8']);
    expect(findings(`${JSON_HEAD}}\n{"a" "b", "c": }\n`)).toHaveLength(1);
    expect(findings(`${JSON_HEAD}},\n${JSON_HEAD}}`)).toHaveLength(1);
  });
});

describe('one finding per document', () => {
  test.each([
    [
      'a syntax error',
      'a: b: c\nd: }\n---\ne: 1\n---\nf: [\n',
      ['yaml/syntax 1:4', 'yaml/syntax 7:1'],
    ],
    [
      'keys twice',
      'a: 1\na: 2\nb: 1\nb: 2\n---\nc: {d: 1, d: 2}\n',
      ['yaml/duplicate-key 2:1', 'yaml/duplicate-key 6:11'],
    ],
    ['characters', 'a: "\x01\x02"\n---\nb: "\\/\\/"\n', ['refused 1:5', 'refused 3:5']],
    [
      'a merge conflict',
      'a: 1\n<<<<<<< HEAD\nb: [\n=======\nb: }\n>>>>>>> other\n',
      ['git/conflict 2:1'],
    ],
    [
      'a conflict in JSON',
      '{"a": 1,\n<<<<<<< HEAD\n"b": 2\n=======\n"b": 3\n>>>>>>> x\n}\n',
      ['git/conflict 2:1'],
    ],
    ['what is left of a conflict', 'a: 1\n>>>>>>> other\nb: 2\n', ['git/conflict 2:1']],
  ])('%s', (_, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});

test('many small aliases are fine, and few that repeat almost everything are not, as for go-yaml', () => {
  const names = Array.from({ length: 2000 }, () => '*a').join(', ');
  expect(findings(`a: &a {b: 1}\nc: [${names}]\n`)).toEqual([]);
  const levels = ['a', 'b', 'c', 'd'].map((name, index, all) => {
    const inner = index === 0 ? '1' : `*${all[index - 1] ?? ''}`;
    return `${name}: &${name} [${Array.from({ length: 12 }, () => inner).join(', ')}]\n`;
  });
  expect(findings(levels.join(''))).toEqual([expect.stringMatching('yaml/too-large')]);
});

describe.skipIf(!has('kustomize'))('kustomize agrees', () => {
  /** The texts as one folder each; what it says of those that it refuses. */
  function built(text: string): string | undefined {
    const folder = mkdtempSync(join(tmpdir(), 'gantry-kustomize-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'kustomization.yaml'), 'resources: [a.yaml]\n');
    writeFileSync(join(folder, 'a.yaml'), text);
    try {
      execFileSync('kustomize', ['build', folder], { stdio: 'pipe' });
      return undefined;
    } catch (error) {
      return String(error);
    }
  }

  const refused = Object.entries(REFUSED).filter(
    ([title]) => title !== 'text behind the end marker',
  );
  test.each(refused)('that it stops at %s', (_, [text]) => {
    expect(built(HEAD + text)).toBeDefined();
  });

  // What stands twice is refused for that.
  const fine = Object.entries(FINE).filter(([, text]) => !text.includes(HEAD));
  test.each(fine)('that %s are nothing to stop at', (_, text) => {
    expect(built(HEAD + text)).toBeUndefined();
  });
});
