import { expect, test } from 'vitest';
import { errorAt, infoAt } from '../../src/core/diagnostic.ts';
import { compactReport } from '../../src/cli/reporters/compact.ts';
import { githubReport } from '../../src/cli/reporters/github.ts';
import { junitReport } from '../../src/cli/reporters/junit.ts';
import { parseReport } from '../../src/cli/reporters/reports.ts';
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
  infoAt('x/y', 'nowhere'),
];

test('compact: one line each', () => {
  expect(compactReport(FOUND)).toBe(
    [
      'modules/a b.nix:3:5: error[graph/missing-secret] Pod apps/a: a <b>: 100% no file defines it',
      's.yaml: info[secrets/unused-key] nobody',
      'info[x/y] nowhere',
      '',
    ].join('\n'),
  );
});

test('github: workflow commands, escaped', () => {
  expect(githubReport(FOUND).split('\n')).toEqual([
    '::error file=modules/a b.nix,line=3,col=5,title=graph/missing-secret::Pod apps/a: a <b>: 100%25 no file defines it%0Awrite "c"',
    '::notice file=s.yaml,title=secrets/unused-key::nobody',
    '::notice title=x/y::nowhere',
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
  expect(() => parseReport('yaml')).toThrow('compact, github, json, junit, sarif');
});
