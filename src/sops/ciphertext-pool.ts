import type { ScalarValue } from '../yaml/node.ts';
import { encrypt } from './cipher.ts';
import { MacHash } from './mac.ts';
import { sealedLeaves, type OpenLeaf, type OpenMap } from './open-tree.ts';
import { additionalData } from './path.ts';
import { toPlaintext, type Plaintext } from './plaintext.ts';
import { leavesOf, needsSealing, type TargetLeaf, type TargetNode } from './target.ts';
import { valueIdentity } from './value.ts';

/**
 * Seals every leaf that has to be. A value unchanged in its place keeps its ciphertext; one that moved
 * within the file to a place with the same additional data takes its old one along; each old
 * ciphertext is used once, so that equal values do not show. All others get a fresh IV.
 * `previous` must be opened with the same key, or be empty.
 */
export function sealLeaves(
  targets: readonly TargetNode[],
  previous: readonly OpenMap[],
  key: Buffer,
): void {
  const old = new Set(previous.flatMap(sealedLeaves));
  const waiting: TargetLeaf[] = [];
  for (const leaf of targets.flatMap((target) => [...leavesOf(target)])) {
    if (!needsSealing(leaf)) continue;
    const before = leaf.previous;
    const same = before !== undefined && old.has(before) && slot(before) === slot(leaf);
    if (!same || before.sealed === undefined) waiting.push(leaf);
    else {
      leaf.sealed = before.sealed;
      old.delete(before);
    }
  }
  const pool = new Map<string, OpenLeaf[]>();
  for (const leaf of old) pool.set(slot(leaf), [...(pool.get(slot(leaf)) ?? []), leaf]);
  for (const leaf of waiting) {
    leaf.sealed =
      pool.get(slot(leaf))?.shift()?.sealed ??
      encrypt(key, plaintextOf(leaf.value), additionalData(leaf.path));
  }
}

/** The digest that the MAC of these documents seals. */
export function digestOf(targets: readonly TargetNode[], onlyEncrypted: boolean): string {
  const hash = new MacHash(onlyEncrypted);
  for (const leaf of targets.flatMap((target) => [...leavesOf(target)])) {
    if (leaf.value !== null) hash.add(plaintextOf(leaf.value).bytes, leaf.selected);
  }
  return hash.digest();
}

/** Ciphertexts of one slot are interchangeable: same additional data, same value. */
function slot({ path, value }: { path: readonly string[]; value: ScalarValue }): string {
  return JSON.stringify([additionalData(path), valueIdentity(value)]);
}

function plaintextOf(value: ScalarValue): Plaintext {
  const plaintext = value === null ? undefined : toPlaintext(value);
  if (plaintext === undefined) throw new Error('values are checked before they are sealed');
  return plaintext;
}
