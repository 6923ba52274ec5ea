import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { globMatcher, globSource } from '../../src/core/glob.ts';
import { compilePattern } from '../../src/core/pattern.ts';
import { fuzz } from '../fuzz/property.ts';
import { has } from '../support/programs.ts';

/** What Go's regexp says: which texts a pattern hits and misses. JavaScript says otherwise of about half of them. */
const MEANT: readonly (readonly [pattern: string, hit: string, miss: string])[] = [
  ['^(data|stringData)$', 'data', 'metadata'],
  ['a{2,3}', 'aa', 'a'],
  ['^a.b$', 'axb', 'a\nb'],
  ['^a$', 'a', 'a\n'],
  ['(?s)^a.b$', 'a\nb', 'ab'],
  ['(?m)^b$', 'a\nb', 'ab'],
  ['\\s', ' ', '\u00a0'],
  ['\\d', '7', '٧'],
  ['\\w', 'a', 'é'],
  ['[^\\d-]', 'x', '5'],
  ['\\bx\\b', 'a x', 'ax'],
  ['\\bé\\b', 'aéa', 'é'],
  ['(?:a|b)+?c', 'abc', 'ab'],
  ['^secrets/.*\\.enc\\.yaml$', 'secrets/a.enc.yaml', 'secrets/a-enc.yaml'],
  ['[a\\]]\\/', ']/', 'b/'],
  ['[]a]', ']', 'b'],
  ['[^]a]', 'b', ']'],
  ['(?i)^token$', 'Token', 'tokens'],
  ['(?i)k', '\u212a', 'j'],
  ['a(?i)b', 'aB', 'AB'],
  ['a(?i:b)c', 'aBc', 'aBC'],
  ['[[:upper:]-]\\z', 'x-', 'X-x'],
  ['[[:^alpha:]]', '1', 'a'],
  ['\\A[^[:space:]]', 'a ', ' a'],
  ['\\pL', 'é', '1'],
  ['\\p{Greek}', 'α', 'a'],
  ['^.$', '😀', 'ab'],
  ['\\x{1F600}', '😀', 'a'],
  ['\\Qa.b\\E', 'a.b', 'axb'],
  ['(?P<name>x)', 'x', 'y'],
  ['(?U)a+$', 'aa', 'b'],
  ['a{,2}', 'a{,2}', 'aa'],
  ['a{', 'a{', 'a'],
];

/** What Go refuses. */
const REFUSED = [
  ...[
    '(?!x)',
    '(?=x)',
    '(?<=a)b',
    '(?>a)',
    '\\1',
    '\\k<n>',
    '\\u0041',
    '\\cA',
    '\\Z',
    '\\8',
    '\\C',
  ],
  ...['[[:foo:]]', '[z-a]', '[', 'a{1001}', '(a{100}){100}', '(', ')', 'a**', '*', '\\', '(?x)a'],
];

describe('patterns mean what they mean in Go', () => {
  test.each(MEANT)('%s', (source, hit, miss) => {
    const compiled = compilePattern(source);
    const results = 'pattern' in compiled && [hit, miss].map((text) => compiled.pattern.test(text));
    expect(results).toEqual([true, false]);
  });

  test.each(REFUSED)('%s is refused', (source) => {
    expect(compilePattern(source)).toHaveProperty('problem');
  });

  test.skipIf(!has('go') || process.env['GANTRY_SLOW'] !== '1')('Go says the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gantry-pattern-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    writeFileSync(join(folder, 'main.go'), GO_PROGRAM);
    const input = JSON.stringify([...MEANT, ...REFUSED.map((source) => [source, '', ''])]);
    const answers = execFileSync('go', ['run', join(folder, 'main.go')], { input }).toString();
    const refused = REFUSED.map(() => 'refused');
    expect(answers.trim().split('\n')).toEqual([...MEANT.map(() => 'true false'), ...refused]);
  });
});

const GO_PROGRAM = `package main
import ("encoding/json"; "fmt"; "os"; "regexp")
func main() {
  var rows [][3]string
  if err := json.NewDecoder(os.Stdin).Decode(&rows); err != nil { panic(err) }
  for _, row := range rows {
    re, err := regexp.Compile(row[0])
    if err != nil { fmt.Println("refused"); continue }
    fmt.Println(re.MatchString(row[1]), re.MatchString(row[2]))
  }
}
`;

describe('patterns take time in proportion to the text', () => {
  test.each([
    '^(([a-z./0-9])+)+!$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '(.*a){20}!',
    '^([a-z]+)*[A-Z]$',
    '(x+x+)+y',
    '^(?:.?){1000}!$',
  ])('%s', (source) => {
    const compiled = compilePattern(source);
    // By trying each way in turn, no computer would end.
    expect('pattern' in compiled && compiled.pattern.test(`${'ax/'.repeat(2000)}\n`)).toBe(false);
  });

  test.each([
    '*a'.repeat(30),
    '**/'.repeat(30) + 'x',
    '**'.repeat(30) + '!',
    '?*'.repeat(30) + '!',
  ])('the glob %s', (glob) => {
    expect(globMatcher(glob)(`${'a/'.repeat(500)}b`)).toBe(false);
  });
});

const glob = fc
  .array(
    fc.constantFrom('a', 'b', '/', '*', '**', '**/', '?', '.', '+', '(', '[', '$', '\\', 'é'),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const path = fc.string({
  unit: fc.constantFrom('a', 'b', '/', '.', '+', '[', '$', 'é'),
  maxLength: 8,
});

fuzz('globs match what JavaScript matches by their source', fc.tuple(glob, path), ([one, text]) => {
  expect(globMatcher(one)(text)).toBe(new RegExp(`^(?:${globSource(one)})$`).test(text));
});
