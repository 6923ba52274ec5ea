import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { hasNix } from '../support/nix-eval.ts';
import { renderAll } from './render.ts';

// Each option of the values once, by subject. <subject>.objects.yaml is what Helm made of <subject>.values.yaml with
// upstream's chart 4.1.1, members that are null left out.
const folder = path.join(import.meta.dirname, '..', '..', 'fixtures', 'release');
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const subjects = readdirSync(folder)
  .filter((name) => name.endsWith('.values.yaml'))
  .map((name) => name.slice(0, -'.values.yaml'.length));

describe.skipIf(!hasNix)('every option gives what Helm gives', () => {
  const rendered = hasNix
    ? renderAll(
        Object.fromEntries(
          subjects.map((subject) => [subject, parse(read(`${subject}.values.yaml`)) as unknown]),
        ),
      )
    : {};

  it.each(subjects)('%s', (subject) => {
    const expected = parseAllDocuments(read(`${subject}.objects.yaml`)).map(
      (document) => document.toJS() as unknown,
    );
    expect(rendered[subject]?.error).toBeUndefined();
    expect(rendered[subject]?.objects).toEqual(expected);
  });
});
