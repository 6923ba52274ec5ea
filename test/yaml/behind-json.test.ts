import { describe, expect, test } from 'vitest';
import { readForeign } from '../../src/yaml/foreign.ts';
import { count, findings, HEAD, JSON_HEAD } from './findings.ts';

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
