import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { validate } from '../../src/pipeline/validate/validate.ts';

interface Given {
  readonly files: Readonly<Record<string, string>>;
  readonly paths?: readonly string[];
  readonly input?: string;
}

/** `severity code file:line` of what is found. */
async function found(given: Given): Promise<string[]> {
  return (await diagnosticsOf(given)).map(({ severity, code, origin }) => {
    const place = origin === undefined ? '' : ` ${origin.file}:${origin.line ?? '?'}`;
    return `${severity} ${code}${place}`;
  });
}

async function diagnosticsOf({ files, paths = ['.'], input = '' }: Given) {
  const cwd = mkdtempSync(join(tmpdir(), 'gantry-reading-'));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  const result = await validate({
    ...{ cwd, paths, version: '1.32', crds: [], rules: {}, complete: false },
    readStandardInput: () => Promise.resolve(input),
  });
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.value.diagnostics;
}

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: apps }\n';
const POD = `apiVersion: v1
kind: Pod
metadata: { name: a, namespace: apps }
spec:
  hostNetwork: yes
  containers: [ { name: a, image: "x:1" } ]
`;
const ANY = 'apiVersion: a.org/v1\nkind: Crane\nmetadata: { name: c }\nspec: { up: on }\n';
const KUSTOMIZATION = 'resources: [a.yaml]\n';

describe('a word that is a boolean for kubectl alone', () => {
  test.each([
    ['where text belongs, refused by the server', HEAD + 'data: { a: no }\n', 'error'],
    ['as the key of a text', HEAD + 'data: { y: a }\n', 'warning'],
    ['where no schema says what belongs', ANY, 'warning'],
  ])('%s', async (_, text, severity) => {
    const all = await found({ files: { 'a.yaml': text } });
    expect(all.filter((each) => !each.startsWith('info'))).toEqual([
      `${severity} yaml/ambiguous a.yaml:4`,
    ]);
  });

  test('where a boolean belongs it is one error, and its type is none besides', async () => {
    expect(await found({ files: { 'a.yaml': POD } })).toEqual(['error yaml/ambiguous a.yaml:5']);
  });

  test('where kustomize applies the files, text is what it should be', async () => {
    const files = { 'kustomization.yaml': KUSTOMIZATION, 'a.yaml': HEAD + 'data: { a: no }\n' };
    expect(await found({ files })).toEqual(['warning yaml/ambiguous a.yaml:4']);
    expect(await found({ files: { ...files, 'a.yaml': POD } })).toEqual([
      'error yaml/ambiguous a.yaml:5',
    ]);
  });
});

test('keys that are no text are refused by kustomize, and so an error where it applies the files', async () => {
  const text = HEAD + 'data:\n  9000: apps/web:80\n';
  expect(await found({ files: { 'a.yaml': text } })).toEqual(['warning yaml/ambiguous a.yaml:5']);
  const built = { 'kustomization.yaml': KUSTOMIZATION, 'a.yaml': text };
  expect(await found({ files: built })).toEqual(['error yaml/ambiguous a.yaml:5']);
});

test('an item of a List has its own place', async () => {
  const text = `apiVersion: v1\nkind: List\nitems:\n- ${HEAD.replaceAll('\n', '\n  ')}data: { a: .inf }\n`;
  expect(await found({ files: { 'a.yaml': text } })).toEqual(['error yaml/syntax a.yaml:7']);
});

test.each(['012', '0o14', '1_000', '1e3', '1.10', '0x1F', '+5', '9007199254740993', 'True', '7'])(
  'where text belongs, %s is put in quotes as it is written',
  async (source) => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${HEAD.replaceAll('\n', '\n  ')}`;
    for (const text of [
      `${HEAD}data: { "a/b": ${source} }\n`,
      `---\n# nothing\n---\n${HEAD}data: { x: &x "1", a: ${source} }\n`,
      `${list}data: { a: ${source} }\n`,
      `x: &x ${source}\n${HEAD}data: { a: *x }\n`,
    ]) {
      const helps = (await diagnosticsOf({ files: { 'a.yaml': text } }))
        .filter(({ code }) => code === 'schema/type')
        .map(({ help }) => help);
      expect(helps).toEqual([`write "${source}", with quotes`]);
    }
    const secret = `${HEAD.replace('ConfigMap', 'Secret')}stringData: { a: ${source} }\n`;
    expect(await diagnosticsOf({ files: { 'a.yaml': secret } })).toMatchObject([
      { code: 'schema/type', help: 'write it in quotes' },
    ]);
  },
);

describe('JSON objects one after the other', () => {
  const object = (name: string) =>
    `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"${name}"},"dta":{}}\n`;
  const text = object('a') + object('b');

  test('are all checked, with their lines', async () => {
    expect(await found({ files: { 'a.json': text } })).toEqual([
      'warning yaml/ambiguous a.json:2',
      'error schema/unknown-field a.json:1',
      'error schema/unknown-field a.json:2',
    ]);
  });

  test('what is piped in is no file that kustomize could read', async () => {
    expect(await found({ files: {}, paths: ['-'], input: text })).toEqual([
      'error schema/unknown-field (standard input):1',
      'error schema/unknown-field (standard input):2',
    ]);
  });
});

describe('braces of templates', () => {
  const chart = (values: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: crane, namespace: apps }
spec:
  values:
${values}`;
  const TEMPLATE = `${HEAD}data:\n  a: {{ .Values.a }}\n`;

  test.each([
    ['a key twice', chart('    a: "{{ x }}"\n    a: b\n'), 'yaml/duplicate-key x.yaml:7'],
    ['bad indentation', `${HEAD}data:\n  a: "{{ x }}"\n   b: c\n`, 'yaml/syntax x.yaml:6'],
    ['a bracket that stays open', `${HEAD}data:\n  a: '{{ x }}'\n  b: [\n`, 'yaml/syntax x.yaml:7'],
    ['braces in a comment', `# {{ x }}\n${HEAD}data:\n\ta: b\n`, 'yaml/syntax x.yaml:6'],
    [
      'braces in a block',
      `${HEAD}data:\n  a: |\n    {{ x }}\n  a: c\n`,
      'yaml/duplicate-key x.yaml:7',
    ],
    ['a fault before the braces', `${HEAD}data: [ }\nb: {{ x }}\n`, 'yaml/syntax x.yaml:4'],
  ])('%s beside them is a fault of the file', async (_, text, expected) => {
    expect(await found({ files: { 'x.yaml': text } })).toContain(`error ${expected}`);
  });

  test.each([
    ['a value', TEMPLATE],
    ['lines of their own', `{{- if .Values.on }}\n${HEAD}{{- end }}\n`],
    [
      'both ways of a condition',
      `${HEAD}{{ if .a }}\ndata: {}\n{{ else }}\ndata: { a: b }\n{{ end }}\n`,
    ],
    ['lines of Jinja', `${HEAD}data:\n{% for x in y %}\n  {{ x }}: {{ y }}\n{% endfor %}\n`],
    ['a comment over lines', `{{/*\n a: [\n*/}}\n${HEAD}data:\n  a: {{ b }}\n`],
  ])('a template for another program is set aside with a warning: %s', async (_, text) => {
    expect(await found({ files: { 'x.yaml': text } })).toEqual(['warning yaml/template']);
  });

  test('what is applied as it stands is no template', async () => {
    const kustomized = { 'kustomization.yaml': 'resources: [x.yaml]\n', 'x.yaml': TEMPLATE };
    expect(await found({ files: kustomized })).toContain('error yaml/key x.yaml:5');
    const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: apps, namespace: flux-system }
spec: { interval: 1h, prune: true, path: ./apps, sourceRef: { kind: GitRepository, name: flux-system } }
`;
    const applied = await found({ files: { 'flux.yaml': flux, 'apps/x.yaml': TEMPLATE } });
    expect(applied).toContain('error yaml/key apps/x.yaml:5');
    const elsewhere = await found({ files: { 'flux.yaml': flux, 'other/x.yaml': TEMPLATE } });
    expect(elsewhere).toContain('warning yaml/template');
    expect(await found({ files: { 'x.yaml': TEMPLATE }, paths: ['x.yaml'] })).toEqual([
      'error yaml/key x.yaml:5',
    ]);
  });
});

test('JSON that is no manifest may be what it wants; a manifest in JSON may not', async () => {
  expect(await found({ files: { 'tsconfig.json': '{ // comment\n "a": 1 }' } })).toEqual([
    'info schema/left-out',
  ]);
  const broken =
    '{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "a" }, "data": [ }';
  expect(await found({ files: { 'a.json': broken } })).toEqual(['error yaml/syntax a.json:1']);
});

test('JSON with something behind it is told for what it is, also when it is a list', async () => {
  const map = (name: string) =>
    `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"${name}"}}`;
  const list = (name: string) => `{"apiVersion":"v1","kind":"List","items":[${map(name)}]}`;
  for (const [a, b] of [
    [map('a'), map('b')],
    [list('a'), list('b')],
  ] as const) {
    const ambiguous = (line: number) => [`warning yaml/ambiguous a.json:${line}`];
    expect(await found({ files: { 'a.json': a + b } })).toEqual(ambiguous(1));
    expect(await found({ files: { 'a.json': `\ufeff${a}\n${b}` } })).toEqual(ambiguous(2));
    expect(await found({ files: { 'a.json': `${a}\n---\n${b}` } })).toEqual(ambiguous(1));
  }
  const yaml = HEAD.replace('name: a', 'name: b');
  expect(await found({ files: { 'a.json': `${map('a')}\n${yaml}` } })).toEqual([
    'error yaml/syntax a.json:2',
  ]);
});

test('files of other programs may have what YAML has', async () => {
  expect(await found({ files: { 'values.yaml': '%YAML 1.2\n---\na: yes\n--- b\n' } })).toEqual([
    'info schema/left-out',
  ]);
});

test('a merge conflict is one finding', async () => {
  const text = `${HEAD}data:\n<<<<<<< HEAD\n  a: "{{ x }}"\n=======\n  a: c\n>>>>>>> other\n`;
  expect(await found({ files: { 'a.yaml': text } })).toEqual(['error git/conflict a.yaml:5']);
});
