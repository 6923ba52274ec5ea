import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/core/result.ts';
import { parseLock, printLock } from '../../src/pipeline/lock-file.ts';
import { lexPlaceholders } from '../../src/references/placeholder.ts';
import { creationRuleFor, parseSopsConfig } from '../../src/sops/creation-rules.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import { readIdentityText } from '../../src/sops/identity-text.ts';
import { isUnicode } from '../../src/sops/value.ts';
import { compilePattern } from '../../src/core/pattern.ts';
import { printManifest } from '../../src/yaml/print.ts';
import { readDocuments } from '../../src/yaml/documents.ts';
import { readManifest } from '../../src/yaml/read.ts';
import { mutated, soup } from './mutate.ts';
import { fuzz } from './property.ts';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const A = 'age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun';
const CONFIG = `keys: [&a ${A}]
creation_rules:
  - &base
    path_regex: ^\\.k8s/.*\\.enc\\.yaml$
    encrypted_regex: ^(data|stringData)$
    age: *a
  - {<<: *base, path_regex: other, shamir_threshold: 2, key_groups: [{age: [*a]}, {pgp: [ABC], merge: [{age: [*a]}]}]}
  - {kms: "arn:aws:kms:x+arn:aws:iam::1:role/r", aws_profile: p, azure_keyvault: [{vaultUrl: u, key: k}]}
`;
const LOCK = `gantry-lock 1\n\nfile apps/x.enc.yaml\nobjects ${DIGEST}\nreference ${DIGEST} s.yaml#k\nreference opaque e\nrule ${DIGEST}\nwritten ${DIGEST}\n\npending y.yaml\n`;
const YAML = `# head
a: {b: [1, 0x1F, 1.50, "q\\u00e9", 'it''s', null]} # inline
text: |-
  lines

  more
folded: >
  a
  b
anchor: &x {k: v}
use: [*x, *x]
merged: {<<: *x, z: 2024-01-01}
? complex
: value
---
second: !!binary aGk=
`;
const ENV = `A=ENC[AES256_GCM,data:oYyi,iv:MyID,tag:t5z2,type:str]\nsops_age__list_0__map_enc=x\\ny\nsops_age__list_0__map_recipient=${A}\nsops_lastmodified=2026-01-01T00:00:00Z\nsops_mac=x\n`;

/** What failed says so in one of the families of its reader. */
function expectFamily(result: Result<unknown>, family: RegExp): void {
  const codes = result.ok ? [] : result.diagnostics.map(({ code }) => code);
  expect(codes.filter((code) => !family.test(code))).toEqual([]);
  expect(result.ok || codes.length > 0).toBe(true);
}

describe('any text gives a result, and never an exception', () => {
  fuzz('YAML', fc.oneof(mutated(YAML, CONFIG), soup), (text) => {
    const read = readManifest(text, 'x.yaml');
    expectFamily(read, /^yaml\//);
    if (!read.ok || !isUnicode(text)) return;
    const objects = read.value.filter((value) => typeof value === 'object') as never[];
    const again = readManifest(printManifest(objects), 'y.yaml');
    expect(again.ok ? again.value : again.diagnostics).toEqual(objects);
  });

  fuzz('SOPS files', fc.oneof(mutated(YAML, CONFIG), soup), (text) => {
    const file = parseEncrypted(text, 'x.yaml');
    expectFamily(file, /^(?:secrets|yaml)\//);
    if (file.ok) for (const path of file.value.keys()) file.value.ciphertextAt(path);
  });

  fuzz('dotenv stores', fc.oneof(mutated(ENV), soup), (text) => {
    expectFamily(parseEncrypted(text, 'x.env'), /^secrets\//);
  });

  fuzz('.sops.yaml', fc.oneof(mutated(CONFIG), soup), (text) => {
    const config = parseSopsConfig(text, '.sops.yaml');
    expectFamily(config, /^config\//);
    if (config.ok) creationRuleFor(config.value, '.k8s/x.enc.yaml');
  });

  fuzz('lock files, which print as they read', fc.oneof(mutated(LOCK), soup), (text) => {
    const lock = parseLock(text, 'manifests.lock');
    expectFamily(lock, /^config\//);
    if (!lock.ok || lock.value.kind === 'foreign') return;
    expect(parseLock(printLock(lock.value.lock), 'manifests.lock')).toEqual(lock);
  });

  fuzz('placeholders, which lie in order within the text', soup, (text) => {
    let end = 0;
    for (const span of lexPlaceholders(text).spans) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      end = span.end;
      expect(text.slice(span.start, end)).toMatch(/^(?:secret)?ref\+/);
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });

  fuzz('identity files', fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
    readIdentityText(Buffer.from(text));
  });

  const expression = fc.stringMatching(/^[a2db😀\\[\]()?:*+{},^$|./-]{0,12}$/u);
  fuzz('expressions, which compile when accepted', expression, (pattern) => {
    const result = compilePattern(pattern);
    expect('pattern' in result ? typeof result.pattern.test('a2') : 'boolean').toBe('boolean');
  });
});

describe('texts that are too much are refused, early', () => {
  const bomb = (levels: number, aliases: number): string =>
    Array.from({ length: levels }, (_, level) => {
      const items =
        level === 0
          ? 'x'
          : Array<string>(aliases)
              .fill(`*a${level - 1}`)
              .join(', ');
      return `a${level}: &a${level} [${items}]\n`;
    }).join('');

  test.each([
    ['aliases of aliases', bomb(40, 9), 'yaml/too-large'],
    ['a chain of aliases', bomb(300, 1), 'yaml/too-deep'],
    ['an alias of itself', 'a: &a [*a]\n', 'yaml/alias'],
    ['lists in lists', '['.repeat(200_000), 'yaml/too-deep'],
    ['mappings in mappings', '{a: '.repeat(200_000), 'yaml/too-deep'],
    ['dashes behind dashes', '- '.repeat(200_000), 'yaml/too-deep'],
    ['question marks', '? '.repeat(100_000), 'yaml/too-deep'],
    [
      'indentation without end',
      Array.from({ length: 2000 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
      'yaml/too-deep',
    ],
    ['50 MB', 'a: b\n'.repeat(10_000_000), 'yaml/too-large'],
  ])('%s', (_title, text, code) => {
    const read = readDocuments(text, 'x.yaml');
    expect(read.ok ? 'read' : read.diagnostics[0]?.code).toBe(code);
  });

  test('long texts are read to their end, whatever they repeat', () => {
    const long = 100_000;
    expect(lexPlaceholders('ref+'.repeat(long)).spans).toEqual([]);
    expect(lexPlaceholders(`ref+a://${'x'.repeat(long)}`).spans).toHaveLength(1);
    expect(lexPlaceholders('ref+a:///"'.repeat(long / 10)).spans).toEqual([]);
    expect(parseLock(`gantry-lock 1\n${'\n'.repeat(long)}x`, 'l').ok).toBe(false);
    expect(compilePattern(`(${'a|'.repeat(5000)}a)`)).toHaveProperty('pattern');
    expect(readDocuments(`a: ${'"\\u00e9'.repeat(long)}`, 'x').ok).toBe(false);
    expect(readDocuments(`a: ${'x '.repeat(long)}\n`, 'x').ok).toBe(true);
    expect(readDocuments('#\n'.repeat(long), 'x').ok).toBe(true);
  });
});
