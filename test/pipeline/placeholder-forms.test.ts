import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Json, JsonObject } from '../../src/core/json.ts';
import type { KubernetesObject } from '../../src/core/object.ts';
import { printManifest } from '../../src/yaml/print.ts';
import {
  codesOf,
  open,
  identitiesOf,
  person,
  reveal,
  ruleFor,
  seal,
  valueOf,
} from '../sops/fixture.ts';
import type { Person } from '../sops/fixture.ts';
import { Project, REPOSITORY, secretObject } from '../support/project.ts';

const GOLDEN = join(REPOSITORY, 'test/golden/placeholder-forms.yaml');
const STORE = 'ref+sops://secrets/store.enc.yaml';

let ann: Person;
let project: Project;
beforeAll(async () => {
  ann = await person();
});
beforeEach(async () => {
  project = new Project(ann.identity);
  onTestFinished(() => {
    project.dispose();
  });
  const store = {
    token: 's3cret',
    base64: 'czNjcmV0',
    port: 8080,
    ratio: 0.5,
    on: true,
    empty: '',
    none: null,
    quote: 'say "hi"',
    colon: 'a: b',
    nested: { user: 'me', '10': 'ten' },
  };
  const everything = ruleFor([ann], 'unencrypted_suffix: _unencrypted');
  project.write('secrets/store.enc.yaml', (await seal([store], everything)).file.text);
  const file = { data: 'BEGIN\nany text\n' };
  project.write('secrets/file.pem', (await seal([file], everything)).file.text);
  project.write('notes.txt', 'a note');
  project.environment['HARBOUR'] = 'Rotterdam';
  project.write(
    '.sops.yaml',
    `creation_rules:
  - {path_regex: ^\\.k8s/, encrypted_regex: ^(data|stringData)$, age: ${ann.recipient}}
  - {age: ${ann.recipient}}
`,
  );
});

async function run(...objects: Json[]): Promise<string[]> {
  const rules = { 'secret/sealed-literal': 'off' } as const;
  project.modules([{ name: 'apps/forms', encrypt: true, objects }], { rules });
  return codesOf(await project.run());
}

const configMap = (fields: JsonObject): Json => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'forms', namespace: 'apps' },
  ...fields,
});

test('every form of a placeholder where it may stand', async () => {
  const codes = await run(
    secretObject('text', {
      whole: `${STORE}#token`,
      'whole-with-a-slash': `${STORE}#/token`,
      'whole-and-closed': `${STORE}#token+`,
      'secret-form': `secret${STORE}#token`,
      'nested-key': `${STORE}#/nested/user`,
      'key-like-a-number': `${STORE}#nested/10`,
      'closed-inside-a-URL': `https://user:${STORE}#token+@host/path?a=b`,
      'bare-before-a-quote': `key="${STORE}#token"`,
      'bare-at-the-end': `password ${STORE}#token`,
      'bare-before-a-line-feed': `user: me\npassword: ${STORE}#token\nport: 1\n`,
      'closed-in-JSON': `{"password":"${STORE}#token+","port":${STORE}#port+}`,
      'two-in-one': `${STORE}#nested/user+:${STORE}#token+`,
      'a-number': `${STORE}#port`,
      'a-fraction-inside-text': `ratio=${STORE}#ratio+;`,
      'a-truth': `${STORE}#on`,
      empty: `${STORE}#empty`,
      'empty-inside-text': `<${STORE}#empty+>`,
      nothing: `${STORE}#none`,
      'quotes-whole': `${STORE}#quote`,
      'a-colon-in-text-of-one-line': `say ${STORE}#colon`,
      'a-whole-store': STORE,
      'a-whole-file': 'ref+sops://secrets/file.pem',
      'a-clear-file': 'ref+file://notes.txt',
      'a-clear-file-as-base64': 'ref+file://notes.txt?encode=base64',
      'a-variable': 'ref+envsubst://$HARBOUR',
      'an-echo': 'ref+echo://as/it/is',
      'not-one': 'ref+ and xref and ref+sops:/x',
    }),
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'data', namespace: 'apps' },
      data: { kept: `${STORE}#base64`, note: 'ref+file://notes.txt?encode=base64' },
    },
    configMap({ data: { url: `https://user:${STORE}#token+@host`, number: `${STORE}#port` } }),
  );
  expect(codes).toEqual([]);
  const sealed = project.read('.k8s/apps/forms.enc.yaml');
  expect(sealed).not.toMatch(/s3cret|Rotterdam|8080/);
  const { documents } = await open(sealed, await identitiesOf(ann));
  const text = printManifest(documents.map(reveal) as KubernetesObject[]);
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(GOLDEN, text);
  expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
  expect(await project.check()).toEqual([]);
  expect(valueOf(await project.run()).changes.map(({ action }) => action)).toEqual(['unchanged']);
});

describe('a placeholder where it may not stand stops the run', () => {
  const secret = (text: string): Json => secretObject('forms', { text });
  test.each<[string, Json, string]>([
    [
      'text in data of a Secret',
      { ...(secret('') as JsonObject), stringData: {}, data: { a: `${STORE}#quote` } },
      'secrets/not-base64',
    ],
    [
      'binaryData, which the rule leaves clear',
      configMap({ binaryData: { a: `${STORE}#base64` } }),
      'placeholder/clear-path',
    ],
    [
      'the spec of a custom resource',
      {
        apiVersion: 'harbour.example/v1',
        kind: 'Crane',
        metadata: { name: 'forms' },
        spec: { password: `${STORE}#token` },
      },
      'placeholder/clear-path',
    ],
    [
      'a label',
      configMap({ metadata: { name: 'x', labels: { a: `${STORE}#token` } } }),
      'placeholder/clear-path',
    ],
    ['bare in JSON', secret(`{"a":"${STORE}#token","b":1}`), 'reference/malformed'],
    ['a value with quotes in JSON', secret(`{"a":"${STORE}#quote+"}`), 'secrets/breaks-text'],
    ['a value with a colon in YAML', secret(`a: ${STORE}#colon\nb: 1\n`), 'secrets/breaks-text'],
    [
      'several lines in YAML',
      secret(`a: ref+sops://secrets/file.pem\nb: 1\n`),
      'secrets/breaks-text',
    ],
    ['null inside text', secret(`a=${STORE}#none+;`), 'secrets/not-a-scalar'],
    ['a mapping as text', secret(`${STORE}#nested`), 'secrets/not-a-scalar'],
    ['a key that is not there', secret(`${STORE}#tokn`), 'secrets/missing-key'],
    ['a store that is not there', secret('ref+sops://none.yaml#a'), 'secrets/no-store'],
  ])('%s', async (_title, object, code) => {
    expect(await run(secretObject('beside', { a: 'literal' }), object)).toEqual([code]);
    expect(Object.keys(project.texts()).filter((path) => path.startsWith('.k8s/'))).toEqual([]);
  });
});

test('a whole store that changes anywhere makes its manifest stale', async () => {
  expect(await run(secretObject('forms', { all: STORE }))).toEqual([]);
  const store = { token: 'another' };
  const rule = ruleFor([ann], 'unencrypted_suffix: _unencrypted');
  project.write('secrets/store.enc.yaml', (await seal([store], rule)).file.text);
  expect(await project.check()).toEqual(['check/stale']);
});
