import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSopsConfig } from '../../src/sops/creation-rules.ts';
import { decryptDocuments } from '../../src/sops/decrypt.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import { compileRegex } from '../../src/sops/regex.ts';

const ENC =
  'ENC[AES256_GCM,data:oYyi,iv:MyIDYbT718JRr11QtBkcj3Dwm4k1aCGZBVeZf0EyV8o=,tag:t5z2Z023Up0kxwCgw1gNxg==,type:str]';
const line = fc.constantFrom(
  ...[
    'a: b',
    `a: ${ENC}`,
    'a:',
    '  k: &x 1',
    '  <<: *x',
    '- c',
    '  - d: e',
    '# note',
    '---',
    '"1": x',
    '1: x',
    '',
    '\t',
  ],
  ...[
    'sops:',
    '  age:',
    '    - recipient: age1',
    '      enc: x',
    '  age: [{enc: 5}]',
    '  key_groups: [{age: []}, 5]',
    '  mac: x',
  ],
  ...[
    '  lastmodified: "2026-01-01T00:00:00Z"',
    '  lastmodified: 2026-01-01T00:00:00.5+02:00',
    '  version: 3',
    '  shamir_threshold: x',
  ],
  ...[
    '  encrypted_regex: "["',
    '  encrypted_regex: ^a$',
    '  unencrypted_comment_regex: note',
    '  kms: {}',
    '  pgp: [x]',
  ],
  ...[
    'creation_rules:',
    '  - path_regex: a',
    '    age: x,y',
    '    age: [1, {}]',
    '    key_groups: x',
    '    merge: [1]',
    '  - 5',
    'sops_mac=x',
  ],
);

describe('any text gives a result, and never an exception', () => {
  test('SOPS files and .sops.yaml', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 25 }),
        fc.constantFrom('x.yaml', 'x.env'),
        (lines, name) => {
          const text = lines.join('\n');
          const config = parseSopsConfig(text, name);
          expect(
            config.ok || config.diagnostics.every(({ code }) => code.startsWith('config/')),
          ).toBe(true);
          const file = parseEncrypted(text, name);
          if (!file.ok)
            expect(file.diagnostics.every(({ code }) => /^(?:secrets|yaml)\//.test(code))).toBe(
              true,
            );
          else {
            file.value.keys().forEach((path) => file.value.ciphertextAt(path));
            decryptDocuments(file.value, Buffer.alloc(32));
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('an accepted expression always compiles', () => {
    const piece = fc.constantFrom(
      'a',
      '\\',
      '[',
      ']',
      '(',
      ')',
      '?',
      ':',
      '*',
      '+',
      '{',
      '}',
      '2',
      ',',
      '^',
      '$',
      '|',
      '.',
      '-',
      'd',
      'b',
      '/',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
        const result = compileRegex(parts.join(''));
        expect('regex' in result ? result.regex.flags : 'u').toBe('u');
      }),
      { numRuns: 3000 },
    );
  });
});
