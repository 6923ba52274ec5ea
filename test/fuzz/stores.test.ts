import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import type { Result } from '../../src/core/result.ts';
import type { EncryptedFile } from '../../src/core/written-file.ts';
import { removeValue, setValue } from '../../src/sops/edit-store.ts';
import { plainView, sealView } from '../../src/sops/edit-view.ts';
import { parseEncrypted } from '../../src/sops/encrypted-file.ts';
import { insideOf, lookUp, openWithKey, type OpenedFile } from '../../src/sops/open.ts';
import { plainText } from '../../src/sops/plain-text.ts';
import { rotateKey } from '../../src/sops/rekey.ts';
import {
  identitiesOf,
  LATER,
  open,
  person,
  reveal,
  ruleFor,
  seal,
  valueOf,
} from '../sops/fixture.ts';
import { mutated } from './mutate.ts';
import { fuzz } from './property.ts';

const ann = await person();
const identities = await identitiesOf(ann);
const objects = [
  {
    a: { b: new Secret('x'), list: [1, 'y', { z: true }] },
    clear_unencrypted: 'c',
    empty: '',
    none: null,
  },
  { second: { text: 'two\nlines\n', n: 1.5 }, '1': 'digits' },
];
const rule = ruleFor([ann], 'unencrypted_suffix: _unencrypted');
const text = (await seal(objects, rule)).file.text;
const single = (await seal(objects.slice(0, 1), rule)).file.text;
const keys = new Map(
  await Promise.all(
    [text, single].map(async (sealed) => {
      const opened = await open(sealed, identities);
      return [opened.source.metadata.mac, insideOf(opened).dataKey] as const;
    }),
  ),
);

/** As a person lays it out: comments, flow collections, anchors, the sops block in front. */
function byHand(sealed: string): string {
  return sealed
    .replace(/^([^]*?)(sops:\n(?: .*\n)+)/, '# head\n$2$1# tail\n')
    .replace(/^none: null$/m, 'none: &n ~ # nothing\nagain: *n\nflow: {l: [], m: {}, "q": ""}');
}

const view = String(reveal(valueOf(plainView(await open(single, identities)))));

/** A text that opens under the data key of the store it was, or this one, its MAC intact. */
function openChanged(changed: string, key?: Buffer): OpenedFile | undefined {
  const parsed = parseEncrypted(changed, 'store.yaml');
  if (!parsed.ok) return undefined;
  const dataKey = key ?? keys.get(parsed.value.metadata.mac);
  const opened = dataKey && openWithKey(parsed.value, dataKey);
  return opened?.ok === true && opened.value.macValid ? opened.value : undefined;
}

const values = (opened: OpenedFile): unknown => opened.documents.map(reveal);

/** The edited file, when it could be edited: it opens, and its MAC holds. */
function edited(before: OpenedFile, result: Result<EncryptedFile>): OpenedFile | undefined {
  if (!result.ok) return undefined;
  const opened = openChanged(result.value.text, insideOf(before).dataKey);
  expect(opened).toBeDefined();
  return opened;
}

describe('a store that still opens after a change can be edited, or says why not', () => {
  fuzz('values set and removed', mutated(text, byHand(text)), async (changed) => {
    const opened = openChanged(changed);
    if (opened === undefined) return;
    plainText(opened);
    const set = edited(opened, await setValue(opened, ['a', 'new'], new Secret('v'), LATER));
    if (set === undefined) return;
    expect(reveal(lookUp(set, ['a', 'new']) ?? null)).toBe('v');
    const removed = edited(set, await removeValue(set, ['a', 'new'], LATER));
    expect(removed && values(removed)).toEqual(values(opened));
  });

  fuzz('another data key', mutated(text, byHand(text)), async (changed) => {
    const opened = openChanged(changed);
    const rotated = opened && (await rotateKey(opened, LATER));
    if (opened === undefined || rotated?.ok !== true) return;
    const again = await open(rotated.value.text, identities);
    expect([again.macValid, values(again)]).toEqual([true, values(opened)]);
  });

  fuzz('the view of an editor', mutated(single, byHand(single)), (changed) => {
    const opened = openChanged(changed);
    const shown = opened && plainView(opened);
    if (opened === undefined || shown?.ok !== true) return;
    const sealed = sealView(opened, shown.value, LATER);
    const again = edited(opened, sealed);
    if (again !== undefined) expect(values(again)).toEqual(values(opened));
  });

  fuzz('the view, changed by hand', mutated(view), async (changed) => {
    const sealed = sealView(await open(single, identities), new Secret(changed), LATER);
    if (sealed.ok) expect((await open(sealed.value.text, identities)).macValid).toBe(true);
  });
});

test('the texts that are changed open as they are', () => {
  for (const sealed of [text, byHand(text), single, byHand(single)]) {
    expect(openChanged(sealed)).toBeDefined();
  }
});
