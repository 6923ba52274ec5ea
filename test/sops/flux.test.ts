import { armor, Decrypter } from 'age-encryption';
import { createDecipheriv } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { isJsonObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { Secret } from '../../src/core/secret.ts';
import { identitiesOf, person, reveal, ruleFor, seal, type Person } from './fixture.ts';

/*
 * How Flux opens a file: every document by itself, as JSON, values chosen by the rule of its own sops block and checked
 * one by one, the MAC of the file looked at by nobody. Written apart from src/ on purpose.
 */

interface Block {
  readonly mac: string;
  readonly encrypted_regex: string;
  readonly age: readonly { readonly enc: string }[];
}

async function openLikeFlux(text: string, identity: string, add: JsonObject = {}): Promise<Json[]> {
  const documents = parseAllDocuments(text).map((document) => document.toJSON() as JsonObject);
  return Promise.all(
    documents.map(async ({ sops, ...built }) => {
      const block = sops as unknown as Block | undefined;
      if (!block?.mac) return built;
      const key = await dataKey(block, identity);
      const rule = new RegExp(block.encrypted_regex);
      return opened({ ...built, ...add }, [], { key, rule });
    }),
  );
}

async function dataKey({ age }: Block, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const keys = age.map(({ enc }) => decrypter.decrypt(armor.decode(enc)).catch(() => undefined));
  const key = (await Promise.all(keys)).find((found) => found !== undefined);
  if (key === undefined) throw new Error('no key');
  return key;
}

interface Opening {
  readonly key: Uint8Array;
  readonly rule: RegExp;
}

function opened(value: Json, path: readonly string[], opening: Opening): Json {
  if (Array.isArray(value)) return value.map((item) => opened(item, path, opening));
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([name, item]): [string, Json] => [
      name,
      opened(item, [...path, name], opening),
    ]);
    return Object.fromEntries(members);
  }
  const isSealed = path.some((name) => opening.rule.test(name));
  return isSealed && value !== '' && value !== null ? decrypted(value, path, opening.key) : value;
}

function decrypted(value: Json, path: readonly string[], key: Uint8Array): Json {
  const [, data = '', iv = '', tag = '', type] =
    /^ENC\[AES256_GCM,data:(.*),iv:(.*),tag:(.*),type:(.*)\]/.exec(
      JSON.stringify(value).slice(1, -1),
    ) ?? [];
  if (type === undefined) throw new Error("does not match sops' data format");
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
  cipher.setAAD(Buffer.from(`${path.join(':')}:`));
  cipher.setAuthTag(Buffer.from(tag, 'base64'));
  const text = Buffer.concat([
    cipher.update(Buffer.from(data, 'base64')),
    cipher.final(),
  ]).toString();
  if (type === 'str') return text;
  return type === 'bool' ? text === 'True' : Number(text);
}

let ann: Person, bob: Person;
beforeAll(async () => {
  [ann, bob] = await Promise.all([person(), person()]);
});

const objects = (password: string) => [
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a', labels: { data: 'x' } },
    stringData: { password: new Secret(password), '1': 'digits', lines: 'a\nb\n', empty: '' },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'b' }, data: { n: '1', l: 'a: b' } },
];

test('Flux opens what is sealed, and what is sealed anew over it', async () => {
  const rule = ruleFor([ann, bob]);
  const first = (await seal(objects('p"w'), rule)).file.text;
  expect(await openLikeFlux(first, bob.identity)).toEqual(objects('p"w').map(reveal));
  const previous = { text: first, identities: await identitiesOf(ann) };
  const changed = (await seal(objects('other'), rule, previous)).file.text;
  expect(await openLikeFlux(changed, bob.identity)).toEqual(objects('other').map(reveal));
});

test('a field that kustomize adds does not hinder it', async () => {
  const { file } = await seal(objects('x'), ruleFor([ann]));
  const [secret] = await openLikeFlux(file.text, ann.identity, { immutable: true });
  expect(secret).toMatchObject({ immutable: true, stringData: { password: 'x' } });
});

test('its mark of an encrypted file is there', async () => {
  const { file } = await seal(objects('x'), ruleFor([ann]));
  expect(file.text.match(/^ {2}mac: ENC\[/gm)).toHaveLength(2);
});
