import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lexPlaceholders } from '../../src/references/placeholder.ts';
import { describeReference } from '../../src/core/reference.ts';

/** The references of a text, as messages name them. */
function found(text: string): string[] {
  return lexPlaceholders(text).spans.map(({ reference }) => describeReference(reference));
}

describe('what a placeholder is', () => {
  test.each([
    ['a whole string', 'ref+sops://s.yaml#a', ['s.yaml#a']],
    ['a leading slash in the key', 'ref+sops://s.yaml#/a/b', ['s.yaml#a/b']],
    ['the secret form', 'secretref+sops://s.yaml#a', ['s.yaml#a']],
    ['no word boundary in front', 'xref+sops://s.yaml#a', ['s.yaml#a']],
    ['closed by a plus inside text', 'pre-ref+sops://f#/a+-post', ['f#a']],
    ['ended by a blank', 'a ref+sops://f#b c', ['f#b']],
    ['ended by a line feed', 'k: ref+sops://f#b\nl: 1', ['f#b']],
    ['a quote behind a bare one', 'key="ref+sops://f#b"', ['f#b']],
    ['two next to each other', 'ref+sops://f#a+ref+sops://f#b', ['f#a', 'f#b']],
    ['userinfo of a URL', 'https://u:ref+sops://f#p+@host/', ['f#p']],
    ['a relative path', 'ref+sops://./d/f.yaml#a', ['d/f.yaml#a']],
    ['an absolute path', 'ref+sops:///d/f.yaml#a', ['/d/f.yaml#a']],
    ['a query', 'ref+file://p?encode=base64', ['file://p?encode=base64']],
    ['a question mark behind the key is part of it', 'ref+sops://f#a?b', ['f#a?b']],
    ['a variable', 'ref+envsubst://$HOME', ['envsubst://$HOME']],
    ['a path of one character is none', 'ref+echo://a', []],
    ['no scheme mark', 'ref+sops:/f#a', []],
    ['a word that merely ends so', 'xref', []],
  ])('%s', (_title, text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(lexPlaceholders(text).problems).toEqual([]);
  });
});

describe('what reads like a placeholder and is none', () => {
  test.each([
    ['JSON text behind a bare one', '{"a":"ref+sops://f#k","b":"c"}', /no end/],
    ['a list with commas', 'ref+sops://f#a,ref+sops://f#b', /no end/],
    ['one inside another', 'ref+sops://ref+envsubst://$X+/f#k', /inside another/],
    ['one directly behind another', 'ref+echo://abref+echo://ab', /inside another/],
    ['a brace behind a bare one', '{a: ref+sops://f}', /first part/],
    ['a tab behind a bare one', 'ref+sops://f#k\tx', /control character/],
    ['a percent sign in the key', 'ref+sops://f#a%2Fb', /percent/],
    ['a colon in the first part of the path', 'ref+sops://a:b/f#k', /first part/],
    ['user information', 'ref+sops://user@host/f#k', /first part/],
    ['a broken escape', 'ref+sops://d/%zz#k', /percent escape/],
  ])('%s', (_title, text, message) => {
    expect(lexPlaceholders(text).problems[0]?.message).toMatch(message);
  });
});

test('a closed placeholder is found between any texts around it', () => {
  const around = fc.string().filter((text) => !text.includes('ref+') && !/r$|re$|ref$/.test(text));
  const name = fc.stringMatching(/^[a-z][a-z0-9_-]{1,12}$/);
  fc.assert(
    fc.property(around, name, around, (before, key, after) => {
      const text = `${before} ref+sops://store.yaml#${key}+${after}`;
      const { spans } = lexPlaceholders(text);
      expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
        `ref+sops://store.yaml#${key}+`,
      ]);
    }),
  );
});

test('lexing never throws, and spans lie in order within the text', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'ref+',
      'secretref+',
      'sops',
      '://',
      'f',
      '#',
      '/',
      '+',
      '"',
      ',',
      '\n',
      ' ',
      '%',
      '?',
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      let end = 0;
      for (const span of lexPlaceholders(text).spans) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});
