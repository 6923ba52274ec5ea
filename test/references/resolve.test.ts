import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { errorAt } from '../../src/core/diagnostic.ts';
import { failure, success } from '../../src/core/result.ts';
import { Secret } from '../../src/core/secret.ts';
import { lookUpTree, type Tree } from '../../src/core/tree.ts';
import { collectPlaceholders } from '../../src/references/collect.ts';
import { lexPlaceholders } from '../../src/references/placeholder.ts';
import { resolveReferences } from '../../src/references/resolve.ts';
import type { Sources } from '../../src/references/sources.ts';
import { substitute } from '../../src/references/substitute.ts';

const STORE: Tree = {
  token: new Secret('s3cret'),
  port: new Secret(8080),
  ratio: new Secret(1234567.5),
  empty: new Secret(''),
  nothing: null,
  nested: { user: new Secret('me') },
};

/** Sources with one store, `s.yaml`, and one file, `f.txt`. */
const sources: Sources = {
  environment: { HOST: 'example.org' },
  openStore: (path) =>
    Promise.resolve(
      path === 's.yaml'
        ? success({
            lookUp: (key) => lookUpTree(STORE, key),
            text: () => success(new Secret('the whole store')),
            keys: () => [['token'], ['port'], ['nested', 'user']],
          })
        : failure(errorAt('secrets/no-store', `${path} does not exist`)),
    ),
  readText: (path) =>
    Promise.resolve(
      path === 'f.txt' ? success('text') : failure(errorAt('secrets/no-store', 'none')),
    ),
  parse: () => success({ key: new Secret('parsed') }),
  valsSchemes: ['vault', 'exec'],
  askVals: (placeholder) => Promise.resolve(success(new Secret(`vals: ${placeholder}`))),
};

/** The text (or the problem) that a string becomes below `stringData`. */
async function injected(text: string): Promise<unknown> {
  const object = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'x' },
    stringData: { a: text },
  };
  const { placements } = collectPlaceholders([object], 'x.enc.yaml');
  const references = placements.flatMap(({ spans }) => spans.map(({ reference }) => reference));
  const { values, diagnostics } = await resolveReferences(references, sources);
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return diagnostics.map(({ code, help }) => [code, help]);
  const result = substitute({ file: 'x.enc.yaml', objects: [object], placements, values });
  if (!result.ok) return result.diagnostics.map(({ code }) => code);
  const value = (result.value[0]?.['stringData'] as Record<string, Tree>)['a'];
  return value instanceof Secret ? Secret.reveal(value) : value;
}

describe('values of placeholders', () => {
  test.each([
    ['a value of a store', 'ref+sops://s.yaml#token', 's3cret'],
    ['a format that the name tells', 'ref+sops://s.yaml?format=yaml#token', 's3cret'],
    ['a whole store', 'ref+sops://s.yaml', 'the whole store'],
    ['within text', 'https://u:ref+sops://s.yaml#token+@h', 'https://u:s3cret@h'],
    ['two in one string', 'ref+sops://s.yaml#token+:ref+sops://s.yaml#port+', 's3cret:8080'],
    ['a number becomes text in stringData', 'ref+sops://s.yaml#port', '8080'],
    ['a float within text reads as Go prints it', 'x ref+sops://s.yaml#ratio+', 'x 1.2345675e+06'],
    ['an empty value', 'ref+sops://s.yaml#empty', ''],
    ['a null value stays null', 'ref+sops://s.yaml#nothing', null],
    ['a nested key', 'ref+sops://s.yaml#nested/user', 'me'],
    ['echo', 'ref+echo://hello/world', 'hello/world'],
    ['echo with a key', 'ref+echo://a/b/c#/a/b', 'c'],
    ['a file', 'ref+file://f.txt', 'text'],
    ['a file as base64', 'ref+file://f.txt?encode=base64', 'dGV4dA=='],
    ['a key of a file', 'ref+file://f.txt#key', 'parsed'],
    ['a variable', 'ref+envsubst://$HOST', 'example.org'],
    ['a variable in braces', 'ref+envsubst://${HOST}', 'example.org'],
    ['an allowed scheme', 'ref+vault://kv/a%2Bb?v=1#/x', 'vals: ref+vault://kv/a%2Bb?v=1#/x'],
    ['env is read as envsubst', 'ref+env://$HOST', 'example.org'],
  ])('%s', async (_title, text, expected) => {
    expect(await injected(text)).toEqual(expected);
  });
});

describe('references that do not resolve', () => {
  test.each([
    [
      'a missing key lists near misses',
      'ref+sops://s.yaml#tokne',
      'secrets/missing-key',
      'did you mean "token"?',
    ],
    ['a missing store', 'ref+sops://none.yaml#a', 'secrets/no-store', undefined],
    [
      'an option of a store',
      'ref+sops://s.yaml?key_type=base64#a',
      'reference/malformed',
      'its format is told by its name, its keys are found where sops finds them',
    ],
    [
      'an unset variable',
      'ref+envsubst://$NONE',
      'secrets/unset-variable',
      'set it where gantry runs',
    ],
    [
      'commands never run',
      'ref+exec://rm/-rf',
      'reference/scheme',
      'commands are never run from manifests',
    ],
    ['an unknown scheme', 'ref+spos://s.yaml#a', 'reference/scheme', 'did you mean "sops"?'],
  ])('%s', async (_title, text, code, help) => {
    expect(await injected(text)).toEqual([[code, help]]);
  });

  test('a mapping cannot stand where text is wanted', async () => {
    expect(await injected('ref+sops://s.yaml#nested')).toEqual(['secrets/not-a-scalar']);
    expect(await injected('ref+echo://a/b/c#/a')).toEqual(['secrets/not-a-scalar']);
    expect(await injected('x ref+sops://s.yaml#nothing+')).toEqual(['secrets/not-a-scalar']);
  });

  test('all failures are reported together, each once', async () => {
    const references = [
      'ref+sops://s.yaml#x1',
      'ref+sops://s.yaml#x2',
      'ref+sops://s.yaml#x1',
    ].flatMap((text) => lexPlaceholders(text).spans.map(({ reference }) => reference));
    const { diagnostics } = await resolveReferences(references, sources);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      's.yaml holds no key "x1"',
      's.yaml holds no key "x2"',
    ]);
  });
});

test('a number keeps its type where Kubernetes takes one', async () => {
  const object = {
    apiVersion: 'x/v1',
    kind: 'X',
    metadata: { name: 'x' },
    spec: { port: 'ref+sops://s.yaml#port' },
  };
  const { placements } = collectPlaceholders([object], 'x.enc.yaml');
  const { values } = await resolveReferences(
    placements.flatMap(({ spans }) => spans.map(({ reference }) => reference)),
    sources,
  );
  const result = substitute({ file: 'x', objects: [object], placements, values });
  const port = result.ok ? (result.value[0]?.['spec'] as Record<string, Tree>)['port'] : undefined;
  expect(port instanceof Secret && Secret.reveal(port)).toBe(8080);
});

test('a secret shows itself nowhere', () => {
  const secret = new Secret('s3cret');
  expect(
    [
      String(secret),
      JSON.stringify({ secret }),
      inspect({ secret }),
      `${secret as unknown as string}!`,
    ].join(),
  ).not.toContain('s3cret');
});
