import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { errorAt, infoAt, type Diagnostic } from '../../src/core/diagnostic.ts';
import { compactReport } from '../../src/cli/reporters/compact.ts';
import { githubReport } from '../../src/cli/reporters/github.ts';
import { junitReport } from '../../src/cli/reporters/junit.ts';
import { parseReport, writeReports } from '../../src/cli/reporters/reports.ts';
import { sarifReport } from '../../src/cli/reporters/sarif.ts';

const FOUND = [
  errorAt('graph/missing-secret', 'a <b>: 100%\nno file defines it', {
    file: '.k8s/a b.yaml',
    object: 'Pod apps/a',
    pointer: '/spec',
    origin: { file: 'modules/a b.nix', line: 3, column: 5 },
    help: 'write "c"',
  }),
  infoAt('secrets/unused-key', 'nobody', { file: 's.yaml' }),
  infoAt('user/y', 'nowhere'),
];

test('compact: one line each', () => {
  expect(compactReport(FOUND)).toBe(
    [
      'modules/a b.nix:3:5: error[graph/missing-secret] Pod apps/a: a <b>: 100% no file defines it',
      's.yaml: info[secrets/unused-key] nobody',
      'info[user/y] nowhere',
      '',
    ].join('\n'),
  );
});

test('github: workflow commands, escaped', () => {
  expect(githubReport(FOUND).split('\n')).toEqual([
    '::error file=modules/a b.nix,line=3,col=5,title=graph/missing-secret::Pod apps/a: a <b>: 100%25 no file defines it%0Awrite "c"',
    '::notice file=s.yaml,title=secrets/unused-key::nobody',
    '::notice title=user/y::nowhere',
    '',
  ]);
});

test('junit: errors fail, text is escaped', () => {
  const text = junitReport(FOUND);
  expect(text).toContain('<testsuites name="gantry" tests="3" failures="1" errors="0">');
  expect(text).toContain('message="Pod apps/a: a &lt;b&gt;: 100% no file defines it"');
  expect(text.match(/<testsuite /g)).toHaveLength(3);
});

test('sarif: levels, rules and places', () => {
  const { version, runs } = JSON.parse(sarifReport(FOUND)) as {
    version: string;
    runs: {
      tool: unknown;
      results: { level: string; ruleIndex: number; locations: unknown[] }[];
    }[];
  };
  expect(version).toBe('2.1.0');
  const results = runs[0]?.results ?? [];
  expect(results.map(({ level, ruleIndex }) => `${level} ${ruleIndex}`)).toEqual([
    'error 0',
    'note 1',
    'note 2',
  ]);
  expect(results[0]?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'modules/a%20b.nix', uriBaseId: 'ROOT' },
        region: { startLine: 3, startColumn: 5 },
      },
      logicalLocations: [{ name: 'Pod apps/a', fullyQualifiedName: '.k8s/a b.yaml#/spec' }],
    },
  ]);
  expect(results[2]?.locations).toEqual([]);
});

test('several reports in one run', () => {
  const first = parseReport('sarif=out=1.sarif');
  expect(parseReport('github', first)).toEqual([
    { format: 'sarif', file: 'out=1.sarif' },
    { format: 'github' },
  ]);
});

test.each([
  ['yaml', [], 'compact, github, json, junit, sarif'],
  ['sarif=', [], 'name a file'],
  ['json', [{ format: 'sarif' }], 'stdout takes one report; write the others as json=file'],
] as const)('a report %s that cannot be', (text, before, message) => {
  expect(() => parseReport(text, before)).toThrow(message);
});

test('a file that cannot be written is a finding, and the other reports are written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-reports-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const reports = [
    { format: 'junit', file: join(folder, 'none/a.xml') },
    { format: 'sarif', file: folder },
    { format: 'compact', file: join(folder, 'a.txt') },
  ] as const;
  expect(writeReports(reports, FOUND)).toMatchObject([
    { code: 'write/report', message: expect.stringContaining('ENOENT'), help: expect.any(String) },
    { code: 'write/report', message: expect.stringContaining('EISDIR') },
  ]);
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(compactReport(FOUND));
});

/** What the specification asks of a result, for whatever is found. */
test('sarif: every result is one by the specification', () => {
  const finding = fc.record(
    {
      ...{ code: fc.constantFrom('user/a', 'user/b'), message: fc.string({ minLength: 1 }) },
      severity: fc.constantFrom('error', 'warning', 'info'),
      file: fc.string({ minLength: 1, unit: 'grapheme' }),
      object: fc.string({ minLength: 1 }),
      origin: fc.record({ file: fc.string({ minLength: 1 }), line: fc.nat().map((n) => n + 1) }),
    },
    { requiredKeys: ['code', 'message', 'severity'] },
  ) as fc.Arbitrary<Diagnostic>;
  fc.assert(
    fc.property(fc.array(finding), (found) => {
      const [run] = (JSON.parse(sarifReport(found)) as SarifLog).runs;
      expect(run.results).toHaveLength(found.length);
      for (const { ruleId, ruleIndex, level, message, locations } of run.results) {
        expect(run.tool.driver.rules[ruleIndex]).toEqual({ id: ruleId });
        expect(['none', 'note', 'warning', 'error']).toContain(level);
        expect(message.text).toEqual(expect.any(String));
        for (const { physicalLocation } of locations) {
          const { uri = '', uriBaseId = '' } = physicalLocation?.artifactLocation ?? {};
          expect(uri).toMatch(/^[\w.!~*'()%/-]*$/);
          expect(['', ...Object.keys(run.originalUriBaseIds)]).toContain(uriBaseId);
          expect(physicalLocation?.region?.startLine ?? 1).toBeGreaterThan(0);
        }
      }
    }),
  );
});

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly unknown[] } };
      readonly originalUriBaseIds: Readonly<Record<string, unknown>>;
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation?: {
            readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
            readonly region?: { readonly startLine: number };
          };
        }[];
      }[];
    },
  ];
}

test('junit: whatever is found is well-formed XML', () => {
  const found = [
    errorAt('user/a', 'x\u0000\u001b]]> & "\'<\uffff', { file: 'a&<>"\'.yaml', object: '<!-- ' }),
  ];
  const text = junitReport(found);
  expect(text.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toMatch(/&|[^\P{Cc}\n]|\uffff/u);
  expect(text.replaceAll(/<[?/]?\w+(?: \w+="[^"<>]*")*\s*[?/]?>/g, '')).not.toMatch(/[<>"]/);
});
