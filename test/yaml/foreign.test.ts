import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readForeign } from '../../src/yaml/foreign.ts';
import { count, findings, HEAD, JSON_HEAD } from './findings.ts';
import { has } from '../support/programs.ts';

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
  'text between two end markers': [`...\n${HEAD}...\n---\n${HEAD}`, '4:1'],
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

  test('a directive behind a separator is told as one before it', () => {
    const help = (text: string) => {
      const read = readForeign(text, 'f');
      return (read.ok ? read.value.refusals : read.diagnostics).map((each) => each.help);
    };
    const [expected] = help(`%YAML 1.1\n---\n${HEAD}`);
    for (const before of ['', HEAD])
      expect(help(`${before}---\n%YAML 1.1\n---\n${HEAD}`)).toEqual([expected]);
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
  'a directive behind an end marker': `...\n# c\n\n%YAML 1.2\n%TAG ! x\n---\n${HEAD}`,
  'an end marker twice': `...\n...\n---\n${HEAD}`,
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

  const refused = Object.entries(REFUSED).filter(([title]) => !title.startsWith('text be'));
  test.each(refused)('that it stops at %s', (_, [text]) => {
    expect(built(HEAD + text)).toBeDefined();
  });

  // What stands twice is refused for that.
  const fine = Object.entries(FINE).filter(([, text]) => !text.includes(HEAD));
  test.each(fine)('that %s are nothing to stop at', (_, text) => {
    expect(built(HEAD + text)).toBeUndefined();
  });
});
