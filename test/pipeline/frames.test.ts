import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorAt, type Diagnostic } from '../../src/core/diagnostic.ts';
import { nixNames } from '../../src/pipeline/frames/nix-names.ts';
import { sourceLine } from '../../src/pipeline/frames/source-lines.ts';
import { codeFrame } from '../../src/cli/reporters/frame.ts';

let root = '';
let files = 0;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'gantry-frames-'));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

/** What is shown for a finding at each line of a file. */
function shown(text: string, ending: string, details: Partial<Diagnostic> = {}): string[] {
  const file = `${files++}${ending}`;
  writeFileSync(join(root, file), text);
  return text.split('\n').flatMap((_, index) => {
    const origin = { file, line: index + 1, column: 1 };
    const found = errorAt('schema/type', 'x', { ...details, origin });
    return sourceLine(found, { root, yaml: true })?.text ?? [];
  });
}

const SECRET_TEXTS: readonly (readonly [string, string, string])[] = [
  ['stringData', '.nix', '{ kubernetes.resources.secrets.a.stringData.k = "CANARY"; }'],
  [
    'a nested one',
    '.nix',
    '{ kubernetes.resources.secrets.a = {\n  stringData = {\n    k = "CANARY";\n  };\n};\n}',
  ],
  ['data', '.nix', '{\n  kubernetes.resources.secrets.a.data = {\n    k = "CANARY";\n  };\n}'],
  [
    'an object as it is',
    '.nix',
    '{ kubernetes.objects = [ {\n kind = "Secret";\n data = {\n k = "CANARY"; }; } ]; }',
  ],
  ['the long way', '.nix', '{ kubernetes.api.resources.core.v1.Secret.a.data.k =\n  "CANARY"; }'],
  ['a text of several lines', '.nix', "{ x.secrets.a.stringData.k = ''\n  first\n  CANARY\n'';\n}"],
  [
    'behind odd quotes',
    '.nix',
    '{ a = "}{\\" # ${ { "b" = "c"; }.b }"; x.stringData = {\n k = "CANARY"; }; }',
  ],
  [
    'behind indented quotes',
    '.nix',
    "{ a = '' ''${ ''' } # ''; x.stringData = {\n k = \"CANARY\"; }; }",
  ],
  ['behind comments', '.nix', '{ # }}} "\n /* } " */ x.stringData = {\n k = "CANARY"; }; }'],
  ['a binding with a telling name', '.nix', 'let\n  dbPassword = "CANARY";\nin { }'],
  ['an environment variable', '.nix', '{ env = [ { name = "DB_PASSWORD"; value = "CANARY"; } ]; }'],
  [
    'an environment variable on two lines',
    '.nix',
    '{ env = [ {\n name = "API_TOKEN";\n value = "CANARY"; } ]; }',
  ],
  ['a syntax error behind it', '.nix', '{ x.stringData = {\n k = "CANARY"\n b = 1; }; }'],
  ['a Secret', '.yaml', 'apiVersion: v1\nkind: Secret\nstringData:\n  k: CANARY\n'],
  ['a Secret the other way round', '.yaml', 'data:\n  k: CANARY\nkind: Secret\n'],
  ['a Secret in a List', '.yaml', 'kind: List\nitems:\n- kind: Secret\n  data:\n    k: CANARY\n'],
  [
    'a Secret with a text of lines',
    '.yaml',
    'kind: Secret\nstringData:\n  k: |\n    CANARY\n    CANARY\n',
  ],
  ['a Secret as JSON', '.json', '{"kind":"Secret","data":{"k":"CANARY"}}'],
  [
    'a Secret as JSON of lines',
    '.json',
    '{\n "kind": "Secret",\n "data": {\n  "k": "CANARY"\n }\n}',
  ],
  ['a file of sops', '.yaml', 'k: CANARY\nsops:\n  mac: x\n'],
  ['a password of a chart', '.yaml', 'values:\n  auth:\n    rootPassword: CANARY\n'],
  ['a variable with its value below', '.yaml', 'env:\n- name: DB_PASSWORD\n  value: CANARY\n'],
  ['a secret of one', '.nix', '{ oidc.secret = "CANARY"; }'],
  ['an identity', '.nix', '{ x = "AGE-SECRET-KEY-1CANARY"; }'],
  ['a ciphertext', '.nix', '{ x = "ENC[CANARY]"; }'],
];

test.each(SECRET_TEXTS)('no line with a secret is shown: %s (%s)', (_title, ending, text) => {
  expect(shown(text, ending).join('\n')).not.toContain('CANARY');
});

test.each([
  ['.enc.yaml', 'k: CANARY'],
  ['.txt', 'CANARY'],
  ['.env', 'K=CANARY'],
  ['keys', 'CANARY'],
])('of other files nothing is shown where a project is looked at: %s', (ending, text) => {
  const file = `other${ending}`;
  writeFileSync(join(root, file), text);
  const found = errorAt('yaml/syntax', 'x', { origin: { file, line: 1, column: 1 } });
  expect(sourceLine(found, { root, yaml: false })).toBeUndefined();
});

test('findings about what a Secret holds show no line', () => {
  const text = '{ a.b = "CANARY"; }';
  expect(shown(text, '.nix', { code: 'secret/clear-literal' })).toEqual([]);
  expect(shown(text, '.nix', { object: 'Secret apps/a', pointer: '/data/k' })).toEqual([]);
  expect(shown(text, '.nix', { object: 'Secret apps/a', pointer: '/items/0/stringData' })).toEqual(
    [],
  );
  expect(shown(text, '.nix', { object: 'Pod apps/a', pointer: '/data/k' })).toEqual([text]);
});

test.each([
  ['.nix', '{\n  kubernetes.resources.deployments.web.spec.replicas = "1";\n}', 'replicas'],
  ['.nix', '{ kubernetes.resources.configMaps.a.data = {\n  greeting = "hello"; }; }', 'hello'],
  ['.nix', '{ x.stringData = { a = "b"; };\n  metadata.name = "Shown";\n}', 'Shown'],
  ['.nix', '{ volumes = [ { secret.secretName = "shown"; } ]; }', 'shown'],
  ['.yaml', 'kind: Secret\nmetadata:\n  name: Shown\ndata:\n  a: b\n', 'Shown'],
  ['.yaml', 'kind: Secret\ndata:\n  a: b\n---\nkind: ConfigMap\ndata:\n  a: Shown\n', 'Shown'],
  ['.yaml', 'kind: Pod\nspec:\n  replicas: "1"\n', 'replicas'],
])('other lines of %s files are shown: %j', (ending, text, wanted) => {
  expect(shown(text, ending).join('\n')).toContain(wanted);
});

test('a scan of whatever text ends, with a set for each line', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '"',
    "''",
    '${',
    '#',
    '/*',
    '*/',
    '\n',
    'a',
    '=',
    ';',
    '\\',
    '$',
    "'",
    '[',
    ')',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
      (text) => {
        expect(nixNames(text)).toHaveLength(text.split('\n').length);
      },
    ),
  );
});

describe('a code frame', () => {
  test('has the line, and carets under the token', () => {
    expect(codeFrame({ number: 14, text: '      replicas = "1";', column: 7 }).split('\n')).toEqual(
      [expect.stringContaining('14 |'), expect.stringMatching(/ {3}\|.* \S*\^{8}/)],
    );
  });

  test.each([
    ['before it', 30],
    ['in the middle of it', 200],
    ['at its end', 395],
  ])('is cut around a place %s', (_title, column) => {
    const text = `${'x '.repeat(column / 2)}TOKEN ${'y '.repeat(Math.max(0, (400 - column) / 2))}`;
    const at = text.indexOf('TOKEN') + 1;
    const [source = '', carets = ''] = plain(codeFrame({ number: 1, text, column: at }));
    expect(source.length).toBeLessThan(110);
    expect(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('TOKEN');
  });

  test('has the line before where what is missing is missing there, unless it holds a secret', () => {
    const at = (text: string) => {
      writeFileSync(join(root, 'syntax.nix'), text);
      const origin = { file: 'syntax.nix', line: 2, column: 3 };
      const found = errorAt('nix/evaluation', "syntax error, unexpected '='", { origin });
      const line = sourceLine(found, { root, yaml: false });
      return line === undefined ? [] : plain(codeFrame(line));
    };
    expect(at('{ a = 1\n  b = 2; }')).toEqual(['    1 | { a = 1', '    2 | b = 2; }', '      | ^']);
    expect(at('{ password = "CANARY"\n  b = 2; }').join('')).not.toContain('CANARY');
  });

  test.each(['\tx = TOKEN', 'é "ü" TOKEN', 'a\u001b[2J TOKEN'])(
    'points at the token of %j',
    (text) => {
      const [source = '', carets = ''] = plain(
        codeFrame({ number: 1, text, column: text.indexOf('TOKEN') + 1 }),
      );
      expect(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('TOKEN');
    },
  );

  test('counts two columns for wide characters', () => {
    const [, carets = ''] = plain(codeFrame({ number: 1, text: '# 世界 TOKEN', column: 6 }));
    expect(carets.indexOf('^')).toBe('    1 | # '.length + 4 + 1);
  });

  test('Nix counts bytes', () => {
    writeFileSync(join(root, 'bytes.nix'), '{ é = WORD; }');
    const origin = { file: 'bytes.nix', line: 1, column: 8 };
    const line = sourceLine(errorAt('nix/evaluation', 'x', { origin }), { root, yaml: false });
    expect(line?.text.slice((line.column ?? 0) - 1)).toBe('WORD; }');
  });

  test('a place behind the end of its line is no failure', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: 300 }), (text, column) => {
        expect(codeFrame({ number: 1, text, column })).toEqual(expect.any(String));
      }),
    );
  });
});

/** The lines without marks of colours. */
function plain(frame: string): string[] {
  return frame.replaceAll(/[\ufdd0-\ufdef]/g, '').split('\n');
}
