import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { errorAt, infoAt, warningAt } from '../../src/core/diagnostic.ts';
import { setManner } from '../../src/cli/output.ts';
import { groupFindings } from '../../src/cli/reporters/group.ts';
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
  setManner({ quiet: false, verbose: false, color: 'auto' });
  vi.restoreAllMocks();
});

test('a diagnostic says what, where, what to write, and where to read more', () => {
  const root = folderWith({ 'modules/openclaw.nix': '{\n  replicas = "1";\n}\n' });
  const found = errorAt('schema/type', 'spec.replicas must be an integer, got the string "1"', {
    object: 'StatefulSet apps/openclaw',
    origin: { file: 'modules/openclaw.nix', line: 2, column: 3 },
    help: 'write `replicas = 1;`',
  });
  printDiagnostics([found], { root, yaml: false });
  expect(written).toBe(
    [
      'error[schema/type] StatefulSet apps/openclaw: spec.replicas must be an integer, got the string "1"',
      '  modules/openclaw.nix:2:3',
      '    2 | replicas = "1";',
      '      | ^^^^^^^^',
      '  write `replicas = 1;`',
      '  gantry explain schema/type',
      '',
    ].join('\n'),
  );
});

test('a file that the message names is not told twice', () => {
  printDiagnostics([warningAt('user/y', 'a.yaml is odd', { file: 'a.yaml' })], undefined);
  expect(written).toBe('warning[user/y] a.yaml is odd\n  gantry explain user/y\n');
});

test('findings of one cause are one, with their places; -v lists all', () => {
  const found = Array.from({ length: 20 }, (_, index) =>
    errorAt('graph/missing-secret', 'spec.tls[0].secretName: no file defines Secret apps/tls', {
      file: `.k8s/i${index}.yaml`,
      object: `Ingress apps/i${index}`,
      pointer: '/spec/tls/0/secretName',
      origin: { file: `modules/i${index}.nix`, line: 2 },
      help: 'declare it',
    }),
  );
  printDiagnostics(found, undefined);
  const lines = written.split('\n');
  expect(lines[0]).toBe('error[graph/missing-secret] no file defines Secret apps/tls (20 places)');
  expect(lines[1]).toBe('  modules/i0.nix:2  Ingress apps/i0: spec.tls[0].secretName');
  expect(lines.slice(9, 12)).toEqual([
    '  and 12 more (-v lists them)',
    '  declare it',
    '  gantry explain graph/missing-secret',
  ]);
  written = '';
  setManner({ quiet: false, verbose: true, color: 'auto' });
  printDiagnostics(found, undefined);
  expect(written.match(/modules\/i/g)).toHaveLength(20);
});

test('causes differ by code, severity, sentence and advice', () => {
  const at = (file: string) => ({ file, help: 'h' });
  const groups = groupFindings([
    errorAt('check/stale', 'a.yaml is stale: its rule changed', at('a.yaml')),
    errorAt('check/stale', 'b.yaml is stale: its rule changed', at('b.yaml')),
    errorAt('check/stale', 'c.yaml is stale: its module changed', at('c.yaml')),
    warningAt('check/stale', 'd.yaml is stale: its rule changed', at('d.yaml')),
    errorAt('check/stale', 'e.yaml is stale: its rule changed', { file: 'e.yaml' }),
    errorAt('secrets/no-identity', 'a.yaml: nothing opens it', at('a.yaml')),
    errorAt('secrets/no-identity', 'b.yaml: nothing opens it', at('b.yaml')),
  ]);
  expect(groups.map(({ message, found }) => `${found.length} ${message}`)).toEqual([
    '2 a.yaml is stale: its rule changed',
    '1 c.yaml is stale: its module changed',
    '1 d.yaml is stale: its rule changed',
    '1 e.yaml is stale: its rule changed',
    '2 nothing opens it',
  ]);
});

test('an item of a List is named from the List on in its pointer, and from the item on in its message', () => {
  const at = (index: number) =>
    infoAt('placeholder/in-data', `data.k${index}: has to be base64`, {
      pointer: `/items/${index}/data/k${index}`,
    });
  expect(groupFindings([at(0), at(1)])).toMatchObject([{ message: 'has to be base64' }]);
});

test('errors come last, with blank lines between and a line that counts', () => {
  printDiagnostics(
    [
      errorAt('user/a', 'e1'),
      warningAt('user/b', 'w1'),
      infoAt('secret/sealed-literal', 'i1'),
      infoAt('schema/cel', 'i2'),
      errorAt('user/c', 'e2'),
    ],
    undefined,
  );
  const blocks = written.split('\n\n').map((block) => block.split('\n')[0]);
  expect(blocks).toEqual([
    'warning[user/b] w1',
    'error[user/a] e1',
    'error[user/c] e2',
    '2 errors, 1 warning, 2 infos (shown with -v)',
  ]);
});

test('what is hardly ever news is not shown, unless somebody asks or the project gave it weight', () => {
  const found = infoAt('secret/sealed-literal', 'as it is');
  printDiagnostics([found], undefined);
  expect(written).toBe('');
  printDiagnostics([found, infoAt('user/x', 'x')], undefined);
  expect(written).toMatch(/^info\[user\/x\].*\n.*\n\n2 infos \(1 shown with -v\)\n$/);
  written = '';
  printDiagnostics([{ ...found, severity: 'warning' }], undefined);
  expect(written).toContain('warning[secret/sealed-literal] as it is\n');
  written = '';
  setManner({ quiet: false, verbose: true, color: 'auto' });
  printDiagnostics([found], undefined);
  expect(written).toContain('info[secret/sealed-literal] as it is\n');
});

test('--quiet shows errors alone', () => {
  setManner({ quiet: true, verbose: false, color: 'auto' });
  printDiagnostics(
    [warningAt('user/a', 'w'), errorAt('user/b', 'e'), infoAt('user/c', 'i')],
    undefined,
  );
  expect(written).toBe('error[user/b] e\n  gantry explain user/b\n');
});

const ESCAPES = [
  '\u001b[2J',
  '\u009b31m',
  '\u0007',
  '\u202e',
  '\rerror',
  '\u0085',
  '\ufdd1',
  '\u2028',
];

test.each(ESCAPES)('no escape %j of foreign text reaches the terminal', (escape) => {
  const root = folderWith({ 'a.nix': `{ x = "${escape}"; }\n` });
  const found = errorAt('user/a', `m${escape}`, {
    file: `f${escape}`,
    object: `Pod ${escape}`,
    pointer: `/a${escape}`,
    origin: { file: 'a.nix', line: 1, column: 3 },
    help: `h${escape}`,
  });
  for (const color of ['always', 'never'] as const) {
    written = '';
    setManner({ quiet: false, verbose: true, color });
    printDiagnostics([found, { ...found, object: 'Pod b' }, warningAt('user/b', escape)], {
      root,
      yaml: false,
    });
    // eslint-disable-next-line no-control-regex
    expect(written.replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(
      /[^\P{Cc}\n]|[\u2028\u202e\ufdd0-\ufdef]/u,
    );
    expect(written.includes('\u001b[')).toBe(color === 'always');
  }
  written = '';
  printJson([found], { [`x${escape}`]: escape });
  expect(written).not.toMatch(/[^\P{Cc}\n]|[\u2028\u202e\ufdd0-\ufdef]/u);
  expect((JSON.parse(written) as { diagnostics: unknown[] }).diagnostics).toEqual([found]);
});

test('JSON holds the findings, how many there are, and what the command adds', () => {
  printJson([errorAt('user/y', 'odd')], { files: 1, summary: { written: 2 } });
  expect(JSON.parse(written)).toEqual({
    files: 1,
    diagnostics: [{ code: 'user/y', severity: 'error', message: 'odd' }],
    causes: [{ code: 'user/y', severity: 'error', message: 'odd', places: [{}] }],
    summary: { errors: 1, warnings: 0, infos: 0, written: 2 },
  });
});

test('a stage is numbered', () => {
  expect(stageTitle('umanifests')).toBe('[3/4] umanifests');
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-reporters-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
