import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { errorAt, infoAt, warningAt } from '../../src/core/diagnostic.ts';
import { printJson } from '../../src/cli/reporters/json.ts';
import { printDiagnostics } from '../../src/cli/reporters/pretty.ts';
import { stageTitle } from '../../src/cli/progress.ts';

let written = '';

beforeEach(() => {
  written = '';
  const write = (text: string | Uint8Array) => {
    written += String(text);
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('a diagnostic says what, where, and what to write', () => {
  const found = errorAt('schema/type', 'spec.replicas must be an integer, got the string "1"', {
    object: 'StatefulSet apps/openclaw',
    origin: { file: 'modules/openclaw.nix', line: 14, column: 7, snippet: 'replicas = "1";' },
    help: 'write `replicas = 1;`',
  });
  printDiagnostics([found], undefined);
  expect(written).toBe(
    [
      'error[schema/type] StatefulSet apps/openclaw: spec.replicas must be an integer, got the string "1"',
      '  modules/openclaw.nix:14:7   replicas = "1";',
      '  write `replicas = 1;`',
      '',
    ].join('\n'),
  );
});

test('a file that the message names is not told twice', () => {
  printDiagnostics(
    [
      warningAt('user/y', 'a.yaml is odd', { file: 'a.yaml' }),
      warningAt('user/y', 'odd', { file: 'a.yaml' }),
    ],
    undefined,
  );
  expect(written).toBe('warning[user/y] a.yaml is odd\nwarning[user/y] odd\n  a.yaml\n');
});

test('what is hardly ever news is not shown, unless the project gave it weight', () => {
  const found = infoAt('secret/sealed-literal', 'as it is');
  printDiagnostics([found], undefined);
  expect(written).toBe('');
  printDiagnostics([{ ...found, severity: 'warning' }], undefined);
  expect(written).toBe('warning[secret/sealed-literal] as it is\n');
});

test('JSON holds the findings, how many there are, and what the command adds', () => {
  printJson([errorAt('user/y', 'odd')], { files: 1, summary: { written: 2 } });
  expect(JSON.parse(written)).toEqual({
    files: 1,
    diagnostics: [{ code: 'user/y', severity: 'error', message: 'odd' }],
    summary: { errors: 1, warnings: 0, infos: 0, written: 2 },
  });
});

test('a stage is numbered', () => {
  expect(stageTitle('umanifests')).toBe('[3/4] umanifests');
});
