import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_CODES, CODES, entryOf, isCode } from '../../src/core/codes.ts';
import { nearCode } from '../../src/core/near-code.ts';
import { TREE_RULES } from '../../src/validation/rules/all.ts';
import { UPGRADE_RULES } from '../../src/validation/upgrade/check.ts';
import { wrongName } from '../../src/validation/rule-names.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..');
const PAGES = join(REPOSITORY, 'docs', 'rules');

/** The program without the catalogue itself. */
const sources = readdirSync(join(REPOSITORY, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^core\/codes[./]/.test(file))
  .map((file) => readFileSync(join(REPOSITORY, 'src', file), 'utf8'));
const families = new Set(ALL_CODES.map((code) => code.split('/')[0]));
const pages = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && file.includes('/'))
  .map((file) => file.slice(0, -'.md'.length));
const rules = new Map(
  [...TREE_RULES, ...UPGRADE_RULES].map(({ code, severity }) => [code, severity]),
);

test('every code of the catalogue is one that the program gives', () => {
  expect(ALL_CODES.filter((code) => !sources.some((text) => text.includes(`'${code}'`)))).toEqual(
    [],
  );
});

test('every code that the program writes is in the catalogue', () => {
  const written = sources.flatMap((text) => [...text.matchAll(/'([a-z]+\/[a-z0-9-]+)'/g)]);
  const codes = written
    .map(([, code]) => code ?? '')
    .filter((code) => families.has(familyOf(code)));
  expect([...new Set(codes)].filter((code) => !isCode(code))).toEqual([]);
});

test('no place asks for the text of a code', () => {
  const code = `'(?:${[...families].join('|')})/`;
  const asking = new RegExp(
    String.raw`[!=]==\s*${code}|\bcase ${code}|(?:startsWith|includes)\(${code}`,
  );
  const lines = sources.flatMap((text) => text.split('\n'));
  expect(lines.filter((line) => asking.test(line))).toEqual([]);
});

test.each(ALL_CODES)('%s has a sentence, and a paragraph or a page', (code) => {
  const { summary, text } = CODES[code];
  expect(summary).toMatch(/^(`?[A-Z0-9]|git |apiVersion).*\.$/);
  expect(summary.length).toBeLessThan(130);
  if (text !== undefined) expect(text).toMatch(/^\S.*\.$/);
  expect(existsSync(join(PAGES, `${code}.md`))).toBe(text === undefined);
});

test.each(pages)(
  'the page %s says what, why, good, the severity and how to turn it off',
  (page) => {
    expect(isCode(page)).toBe(true);
    if (!isCode(page)) return;
    const text = readFileSync(join(PAGES, `${page}.md`), 'utf8');
    const { severity, summary, settings, optOut } = entryOf(page);
    const word = settings ? 'Default severity' : 'Severity';
    expect(text.startsWith(`# ${page}\n\n${summary} ${word}: ${severity}`)).toBe(true);
    const turn = severity === 'off' ? '## How to turn it on' : '## How to turn it off';
    const headings = text.match(/^## .*/gm);
    expect(headings?.filter((heading) => !/Bad|Good/.test(heading))).toEqual([
      '## What',
      '## Why',
      turn,
    ]);
    expect(text.includes(`settings.rules."${page}"`)).toBe(settings);
    expect(text.includes(`gantry.dev/ignore: "${page}: `)).toBe(optOut);
  },
);

test.each([...rules])(
  'the rule %s has the severity %s that the catalogue says',
  (code, severity) => {
    expect(entryOf(code).severity).toBe(severity);
    expect(readFileSync(join(PAGES, `${code}.md`), 'utf8')).toMatch(/## Bad\n[^]*\n## Good\n/);
  },
);

test.each([
  ['image/digset', 'did you mean "image/digest"?'],
  ['images/latest', 'did you mean "image/latest"?'],
  ['digest', 'did you mean "image/digest"?'],
  ['missing-secret', 'did you mean "graph/missing-secret"?'],
  ['zzzzzzzzzzzz/qqqqqqqqqqqqqqq', undefined],
])('near %s: %s', (word, near) => {
  expect(nearCode(word, ALL_CODES)).toBe(near);
});

test.each([
  ['image/digest', undefined, undefined],
  ['image/*', undefined, undefined],
  ['user/anything', undefined, undefined],
  ['user/*', ['user/owner'], undefined],
  ['user/ownr', ['user/owner'], 'there is no rule user/ownr: did you mean "user/owner"?'],
  ['user/owner', ['user/owner'], undefined],
  ['image/digset', undefined, 'there is no rule image/digset: did you mean "image/digest"?'],
  ['images/*', undefined, 'no rules are called images/*: did you mean "image/*"?'],
  [
    'nix/missing',
    undefined,
    'no setting changes the severity of nix/missing: `gantry explain nix/missing` says what it is',
  ],
  ['placeholder/in-clear', undefined, 'no setting changes the severity of placeholder/in-clear: '],
  ['*', undefined, 'there is no rule *: '],
  ['__proto__', undefined, 'there is no rule __proto__: '],
  ['nix/*', undefined, 'no rules are called nix/*: '],
])('the setting %s (own rules %j): %s', (name, own, says) => {
  const wrong = wrongName(name, 'settings', own);
  const text = wrong === undefined ? undefined : `${wrong.message}: ${wrong.help}`;
  if (says === undefined) expect(text).toBeUndefined();
  else expect(text).toContain(says);
});

function familyOf(code: string): string {
  return code.split('/')[0] ?? '';
}
