import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../src/yaml/read.ts';

function codes(text: string): string[] {
  const result = readManifest(text, 'x.yaml');
  return result.ok ? [] : result.diagnostics.map((diagnostic) => diagnostic.code);
}

describe('reading manifests', () => {
  test('documents, aliases, merge keys and scalars', () => {
    const text =
      'a: &x {k: 1, y: no}\nb: *x\nc: {<<: *x, k: 2}\nd: 0777\ne: 2024-01-01\n---\n---\n1: t\n';
    expect(readManifest(text, 'x.yaml')).toEqual({
      ok: true,
      value: [
        {
          a: { k: 1, y: 'no' },
          b: { k: 1, y: 'no' },
          c: { k: 2, y: 'no' },
          d: 511,
          e: '2024-01-01',
        },
        { '1': 't' },
      ],
    });
  });

  test('byte order mark, CRLF, tags, __proto__ as a key', () => {
    const text =
      '\ufeffa: !!str 5\r\nb: !foo 5\r\nc: !!float 1\r\nd: !!binary aGk=\r\n__proto__: x\r\n';
    const result = readManifest(text, 'x.yaml');
    expect(result.ok && JSON.stringify(result.value)).toBe(
      '[{"a":"5","b":"5","c":1,"d":"hi","__proto__":"x"}]',
    );
  });

  test('every syntax error with its line', () => {
    const result = readManifest('a: b: c\nd: }\n---\ne: [\n', 'x.yaml');
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.diagnostics.length).toBeGreaterThan(1);
    expect(
      result.diagnostics.every(({ code, origin }) => code === 'yaml/syntax' && origin?.line),
    ).toBeTruthy();
  });

  test('duplicate keys, unknown anchors, tags that do not fit', () => {
    expect(codes('a: 1\na: 2\n')).toEqual(['yaml/duplicate-key']);
    expect(codes('a: *b\n')).toEqual(['yaml/alias']);
    expect(codes('a: &a [*a]\n')).toEqual(['yaml/alias']);
    expect(codes('a: !!int x\n')).toEqual(['yaml/tag']);
    expect(codes('[a]: 1\n')).toEqual(['yaml/key']);
  });

  test('the colon of a key is no part of an alias', () => {
    const text = 'a: &app x\nb:\n  *app: 1\nc: { *app : 2 }\nd: *app\n';
    const value = [{ a: 'x', b: { x: 1 }, c: { x: 2 }, d: 'x' }];
    expect(readManifest(text, 'x.yaml')).toEqual({ ok: true, value });
  });

  test('bounds: alias bombs, deep nesting', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) {
      bomb.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    }
    expect(codes(bomb.join('\n'))).toEqual(['yaml/too-large']);
    expect(codes('['.repeat(50_000))[0]).toMatch(/^yaml\//);
    expect(codes(`${'['.repeat(500)}${']'.repeat(500)}`)).toEqual(['yaml/too-deep']);
  });

  test('any text is read or refused, never thrown at', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!!',
      '? ',
      '---\n',
      '%YAML 1.2\n',
      '\t',
      '<<',
      ',',
      '1',
      '\r',
      '\u2028',
      '...\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const result = readManifest(parts.join(''), 'x.yaml');
        expect(result.ok || result.diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
