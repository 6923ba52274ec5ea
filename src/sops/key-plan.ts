import { success, type Result } from '../core/result.ts';
import { accessOfFile, accessOfRule } from './audit/access.ts';
import { sameGroups } from './audit/differences.ts';
import type { CreationRule } from './creation-rule.ts';
import { newDataKey, wrapDataKey } from './data-key.ts';
import { recipientsOf, type SopsMetadata, type WrappedKey } from './metadata.ts';

/** Which data key a file gets and for whom it is wrapped. */
export interface KeyPlan {
  readonly dataKey: Buffer;
  readonly keyGroups: readonly (readonly WrappedKey[])[];
  /** `kept`: nothing to change; `rewrapped`: same data key, other entries; `new`: another data key. */
  readonly kind: 'kept' | 'rewrapped' | 'new';
  /** Recipients of the previous version that the rule no longer names. */
  readonly removed: readonly string[];
}

export interface PreviousKeys {
  readonly metadata: SopsMetadata;
  readonly dataKey: Buffer;
}

/**
 * The data key stays while nobody loses access; who is removed still knows it, so then there is a new
 * one. Entries of recipients that stay are kept as they are where that is possible.
 */
export async function planKeys(
  rule: CreationRule,
  previous: PreviousKeys | undefined,
): Promise<Result<KeyPlan>> {
  if (previous === undefined) return freshPlan(rule, []);
  const { metadata, dataKey } = previous;
  const before = metadata.keyGroups.map((group) => group.map((key) => key.recipient));
  const wanted = new Set(rule.recipients);
  const removed = recipientsOf(metadata).filter((name) => !wanted.has(name));
  if (removed.length > 0 || !sameSharing(rule, metadata)) return freshPlan(rule, removed);
  if (sameGroups(before, rule.keyGroups)) {
    return success({ dataKey, keyGroups: metadata.keyGroups, kind: 'kept', removed });
  }
  const keyGroups =
    before.length === 1
      ? await extendGroup(metadata.keyGroups[0] ?? [], rule.recipients, dataKey)
      : await wrapDataKey(dataKey, rule.keyGroups, rule.threshold);
  return keyGroups.ok
    ? success({ dataKey, keyGroups: keyGroups.value, kind: 'rewrapped', removed })
    : keyGroups;
}

/** How many key groups of the plan open a file of this rule. */
export function thresholdOf(rule: CreationRule, { keyGroups }: Pick<KeyPlan, 'keyGroups'>): number {
  return keyGroups.length > 1 && rule.threshold ? rule.threshold : keyGroups.length;
}

async function freshPlan(rule: CreationRule, removed: readonly string[]): Promise<Result<KeyPlan>> {
  const dataKey = newDataKey();
  const keyGroups = await wrapDataKey(dataKey, rule.keyGroups, rule.threshold);
  return keyGroups.ok
    ? success({ dataKey, keyGroups: keyGroups.value, kind: 'new', removed })
    : keyGroups;
}

/** Wraps for the added recipients only, in the order of the rule. */
async function extendGroup(
  group: readonly WrappedKey[],
  recipients: readonly string[],
  dataKey: Buffer,
): Promise<Result<WrappedKey[][]>> {
  const known = new Map(group.map((key) => [key.recipient, key]));
  const added = recipients.filter((recipient) => !known.has(recipient));
  const wrapped = await wrapDataKey(dataKey, [added], undefined);
  if (!wrapped.ok) return wrapped;
  for (const key of wrapped.value.flat()) known.set(key.recipient, key);
  return success([recipients.flatMap((recipient) => known.get(recipient) ?? [])]);
}

/** Same number of groups, same number of them needed. */
function sameSharing(rule: CreationRule, metadata: SopsMetadata): boolean {
  const [before, wanted] = [accessOfFile(metadata), accessOfRule(rule)];
  return before.groups.length === wanted.groups.length && before.needed === wanted.needed;
}
