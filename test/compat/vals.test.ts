import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/core/json.ts';
import { errorAt } from '../../src/core/diagnostic.ts';
import { failure, success } from '../../src/core/result.ts';
import { collectPlaceholders } from '../../src/references/collect.ts';
import { resolveReferences } from '../../src/references/resolve.ts';
import type { Sources } from '../../src/references/sources.ts';
import { substitute } from '../../src/references/substitute.ts';
import { readManifest } from '../../src/yaml/read.ts';
import { reveal } from '../sops/fixture.ts';
import { has } from '../support/programs.ts';

/** What `scripts/install-oracles FOLDER all` builds. */
const VALS = 'vals-0.46.0';

const FILES: Readonly<Record<string, string>> = {
  'plain.txt': 'plain text',
  'd/a b.yaml': 'k: {l: v, n: 1, f: 1234567.5, t: true}\nlist: [1]\n',
  'd/c+d.txt': 'plus',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gantry-vals-'));
  mkdirSync(join(folder, 'd'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sources: Sources = {
  environment: { HARBOUR: 'Rotterdam' },
  openStore: () => Promise.resolve(failure(errorAt('secrets/no-store', 'none'))),
  readText: (path) => {
    const text = FILES[path];
    return Promise.resolve(
      text === undefined ? failure(errorAt('secrets/no-store', 'none')) : success(text),
    );
  },
  parse: (text, file) => {
    const documents = readManifest(text, file);
    return documents.ok ? success(documents.value[0] ?? null) : documents;
  },
  valsSchemes: [],
  askVals: () => Promise.reject(new Error('never asked')),
};

/** What the text becomes here; undefined when it is refused, for which there may be good reasons. */
async function ours(text: string): Promise<Json | undefined> {
  const object = { apiVersion: 'x/v1', kind: 'X', metadata: { name: 'x' }, value: text };
  const { placements, diagnostics } = collectPlaceholders([object], 'x');
  const references = placements.flatMap(({ spans }) => spans.map(({ reference }) => reference));
  const resolved = await resolveReferences(references, sources);
  if (diagnostics.length + resolved.diagnostics.length > 0) return undefined;
  const result = substitute({ file: 'x', objects: [object], placements, values: resolved.values });
  const value = result.ok ? result.value[0]?.['value'] : undefined;
  return value === undefined ? undefined : (reveal(value) as Json);
}

function theirs(texts: readonly string[]): Json[] {
  const input = JSON.stringify(Object.fromEntries(texts.map((text, index) => [`k${index}`, text])));
  const env = { PATH: process.env['PATH'], HARBOUR: 'Rotterdam' };
  const output = execFileSync(VALS, ['eval', '-f', '-', '-o', 'json'], { cwd: folder, env, input });
  const values = JSON.parse(output.toString()) as Record<string, Json>;
  return texts.map((_, index) => values[`k${index}`] ?? null);
}

const reference = fc.constantFrom(
  'ref+echo://ab',
  'ref+echo://a/b/c#/a/b',
  'ref+echo://a/b/c#a',
  'ref+echo://a%20b/c%2Bd',
  'ref+echo://x/%41',
  'secretref+echo://ab',
  'ref+file://plain.txt',
  'ref+file://./plain.txt',
  'ref+file://plain.txt?encode=base64',
  'ref+file://d/a%20b.yaml#/k/l',
  'ref+file://d/a%20b.yaml#/k/n',
  'ref+file://d/a%20b.yaml#/k/f',
  'ref+file://d/a%20b.yaml#k/t',
  'ref+file://d/c%2Bd.txt',
  // Closed: what else may belong to the name of a variable is another matter.
  'ref+envsubst://$HARBOUR+',
  'ref+envsubst://x$HARBOUR+',
);
const between = fc.constantFrom(
  ...[
    '+',
    '',
    ' ',
    '\n',
    '"',
    ',',
    '+"',
    '+,',
    ' +',
    '++',
    '/',
    '#',
    '?',
    ':',
    '@',
    '&',
    ';',
    "'",
    '\t',
  ],
  ...['x', 'ref', 'ref+', 'xref+', 'secret', '://', 'é', '😀', '{"a":"', '"}', '%', '$'],
);
const text = fc
  .array(fc.oneof(reference, reference, between), { minLength: 1, maxLength: 6 })
  // What vals prints passes through yaml.v3, which loses a line feed at the start of a text.
  .map((parts) => parts.join('').replace(/^\s/, 'x'));

describe.skipIf(!has(VALS))('placeholders read as vals reads them', () => {
  test('what resolves here gives the same there', { timeout: 600_000 }, async () => {
    const runs = Number(process.env['GANTRY_FUZZ'] ?? 5);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 300 }), async (texts) => {
        const known: { text: string; value: Json }[] = [];
        for (const each of texts) {
          const value = await ours(each);
          if (value !== undefined) known.push({ text: each, value });
        }
        const values = theirs(known.map((one) => one.text));
        expect(known.map((one, index) => ({ ...one, value: values[index] }))).toEqual(known);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });
});
