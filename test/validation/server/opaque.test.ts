import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../../src/core/json.ts';
import { findingsIn } from '../check.ts';
import { registryOf } from '../registry.ts';

const registry = await registryOf('1.36');
const FILE = new URL('objects.json', import.meta.url);
const OBJECTS = JSON.parse(readFileSync(FILE, 'utf8')) as JsonObject[];
const REFERENCE = 'ref+sops://s.yaml#k';

/** The value with one text in it replaced by a placeholder, for each text. */
function* withReference(value: Json): Generator<Json> {
  if (typeof value === 'string') yield REFERENCE;
  else if (Array.isArray(value))
    for (const [index, item] of value.entries())
      for (const other of withReference(item)) yield value.with(index, other);
  else if (isJsonObject(value))
    for (const [key, item] of Object.entries(value))
      for (const other of withReference(item)) yield { ...value, [key]: other };
}

test.each(OBJECTS.map((object) => [JSON.stringify(object['kind']), object] as const))(
  'a placeholder anywhere in a %s may become what is wanted',
  (_kind, { apiVersion, kind, ...rest }) => {
    expect(
      findingsIn(registry, {
        'x.yaml': [{ apiVersion: apiVersion ?? '', kind: kind ?? '', ...rest }],
      }),
    ).toEqual([]);
    const wrong = new Set<string>();
    for (const other of withReference(rest)) {
      const object = { ...(other as JsonObject), apiVersion: apiVersion ?? '', kind: kind ?? '' };
      const found = findingsIn(registry, { 'x.yaml': [object] }).map(
        ({ code, message }) => `${code} ${message}`,
      );
      for (const text of found) wrong.add(text);
    }
    expect([...wrong]).toEqual([]);
  },
);
