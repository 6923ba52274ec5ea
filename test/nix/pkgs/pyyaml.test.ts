import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kubenixGolden } from '../../support/kubenix-fixtures.ts';
import { evaluate, hasNix } from '../support/nix-eval.ts';

const PRINT = 'map (import (nix + "/pkgs/pyyaml.nix") { inherit lib; }) input';

const ORACLE = `
import json, sys, yaml
print(json.dumps([
    yaml.safe_dump(v, default_flow_style=False, allow_unicode=True, sort_keys=False, width=80)
    for v in json.load(sys.stdin)
]))`;

/** The oracle on a JSON list of values. */
function python(values: string): { status: number | null; stdout: string } {
  const { status, stdout } = spawnSync('/usr/bin/python3', ['-c', ORACLE], {
    input: values,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout };
}

const hasOracle = python('[]').status === 0;

// Text made of what decides between styles and where lines break.
const piece = fc.constantFrom(
  ...[
    'a',
    'word',
    ' ',
    '  ',
    '\n',
    '\n\n',
    ' \n',
    '\n ',
    '\t',
    "'",
    '"',
    '\\',
    ': ',
    ' #',
    '#',
    ':',
    '-',
    '- ',
    '?',
  ],
  ...[
    'yes',
    'null',
    '~',
    '1',
    '0x1f',
    '1_0',
    '1:30',
    '2024-01-02',
    '.5',
    '1e+5',
    '=',
    '<<',
    '---',
    '...',
    '{',
    '&a',
  ],
  ...[
    'é',
    '中',
    '\u0085',
    '\u2028',
    '\u00a0',
    '\ufeff',
    '\ud83d\ude00',
    '\u0007',
    '\u007f',
    '\u0090',
    '\ufffe',
  ],
  ...['ref+sops://secrets/k8s.enc.yaml#key+', 'a long word with blanks in it ', 'x'.repeat(30)],
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const long = fc.array(piece, { minLength: 20, maxLength: 60 }).map((pieces) => pieces.join(''));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    text,
    long,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(text, fc.constantFrom('k', 'name', 'x'.repeat(122), 'x'.repeat(123))),
      tie('tree'),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
  ),
}));

/** Nix keeps attributes sorted by their bytes; Python gets them in that order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  return new Map(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** JSON text that keeps the order of maps, integer-like keys too. */
function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join(',')}]`;
  if (value instanceof Map)
    return `{${[...value].map(([key, inner]) => `${JSON.stringify(key)}:${json(inner)}`).join(',')}}`;
  return JSON.stringify(value);
}

describe.skipIf(!hasNix)('pkgs/pyyaml.nix', () => {
  it.skipIf(!hasOracle)('prints what PyYAML prints', () => {
    const seed = Number(process.env['FC_SEED'] ?? 20261123);
    const values = fc.sample(tree, { seed, numRuns: 600 });
    const ours = evaluate(PRINT, values) as string[];
    const { stdout } = python(json(values.map(sorted)));
    const theirs = JSON.parse(stdout) as string[];
    for (const [index, value] of values.entries())
      expect(ours[index], `seed ${seed}, value ${JSON.stringify(value)}`).toBe(theirs[index]);
  });

  it('prints the texts that are hashed into labels (golden, made by PyYAML)', () => {
    const read = (name: string) =>
      readFileSync(fileURLToPath(new URL(`../../golden/pyyaml/${name}`, import.meta.url)), 'utf8');
    expect(evaluate(PRINT, [JSON.parse(read('hazards.json'))])).toEqual([read('hazards.yaml')]);
  });

  it.skipIf(!hasOracle)('the text of the fixture to-yaml-str is what PyYAML prints', () => {
    const configMap = kubenixGolden('to-yaml-str')['texts.nix']?.at(-1);
    const data = z.object({ data: z.record(z.string(), z.string()) }).parse(configMap).data;
    const printed = JSON.parse(python(`[${data['value.json'] ?? ''}]`).stdout) as unknown;
    expect(printed).toEqual([data['value.yaml']]);
  });

  it('does not overflow on long text without line breaks', () => {
    const words = 'word '.repeat(60_000).trim();
    const ended = evaluate(
      'map (value: builtins.stringLength (import (nix + "/pkgs/pyyaml.nix") { inherit lib; } value)) input',
      [words, 'x'.repeat(300_000), `${words}\n${words}\t`, '1'.repeat(300_000)],
    );
    expect(ended).toHaveLength(4);
  });
});
