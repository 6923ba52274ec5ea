import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TREE_RULES } from '../../src/validation/rules/all.ts';
import { UPGRADE_RULES } from '../../src/validation/upgrade/check.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..');
const PAGES = join(REPOSITORY, 'docs', 'rules');

const sources = ['core', 'validation', 'pipeline', 'cli'].flatMap((folder) =>
  readdirSync(join(REPOSITORY, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(REPOSITORY, 'src', folder, file), 'utf8')),
);
const pages = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && file.includes('/'))
  .map((file) => file.slice(0, -'.md'.length));

const rules = new Map(
  [...TREE_RULES, ...UPGRADE_RULES].map(({ code, severity }) => [code, severity]),
);

test.each([...rules])(
  '%s has a page that says what, why, bad, good, its severity and how to turn it off',
  (code, severity) => {
    expect(pages).toContain(code);
    const text = readFileSync(join(PAGES, `${code}.md`), 'utf8');
    expect(text.startsWith(`# ${code}\n`)).toBe(true);
    expect(text).toContain(`Default severity: ${severity}.`);
    expect(text.match(/^## .*/gm)).toEqual([
      '## What',
      '## Why',
      '## Bad',
      '## Good',
      severity === 'off' ? '## How to turn it on' : '## How to turn it off',
    ]);
  },
);

test('every page is of a code that the program gives', () => {
  const unknown = pages.filter((code) => !sources.some((text) => text.includes(`'${code}'`)));
  expect(unknown).toEqual([]);
});
