import { beforeAll, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import type { Identities } from '../../src/sops/identities.ts';
import { openSops } from '../../src/sops/open.ts';
import { identitiesOf, open, person, reveal, ruleFor, seal } from '../sops/fixture.ts';

/** A long run flips every bit of every byte; a short one a bit of every fifth. */
const ALL = process.env['GANTRY_FUZZ'] !== undefined;
const BITS = 7;

let text: string;
let identities: Identities;
beforeAll(async () => {
  const ann = await person();
  identities = await identitiesOf(ann);
  const store = {
    a: { b: new Secret('x'), list: [1, 'y'] },
    clear_unencrypted: 'c',
    empty: '',
    none: null,
    num: 5,
  };
  text = (await seal([store], ruleFor([ann], 'unencrypted_suffix: _unencrypted'))).file.text;
});

test('no flipped bit gives another value under a valid MAC', { timeout: 1_200_000 }, async () => {
  const expected = await read(text);
  for (let at = 0; at < text.length; at += ALL ? 1 : 5) {
    for (const bit of ALL ? Array(BITS).keys() : [at % BITS]) {
      const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
      const values = await read(text.slice(0, at) + flipped + text.slice(at + 1));
      // Names of clear keys and types of clear values are outside the MAC; everything sealed is inside.
      const isClear = /^(?:clear_unencrypted|empty|none)/.test(
        text.slice(text.lastIndexOf('\n', at) + 1),
      );
      if (values !== undefined && !isClear)
        expect({ at, bit, values }).toEqual({ at, bit, values: expected });
    }
  }
});

/** What the text gives, when it opens with a MAC that holds. */
async function read(changed: string): Promise<string | undefined> {
  const parsed = parseEncrypted(changed, 'store.yaml');
  const opened = parsed.ok ? await openSops(parsed.value, identities) : parsed;
  if (!opened.ok || !opened.value.macValid) return undefined;
  return JSON.stringify(opened.value.documents.map(reveal));
}

test('the file opens as it is', async () => {
  expect((await open(text, identities)).macValid).toBe(true);
});
