import type { Origin } from '../core/diagnostic.ts';
import { sha256, type Digest } from '../core/digest.ts';
import { canonicalJson } from '../core/json.ts';
import type { Selection } from './selection.ts';

/** What `.sops.yaml` says about one file: which leaves are encrypted and for whom. */
export interface CreationRule {
  readonly selection: Selection;
  readonly macOnlyEncrypted: boolean;
  /** Recipients of each key group: age recipients, and `SERVICE:KEY` for keys of other services. */
  readonly keyGroups: readonly (readonly string[])[];
  readonly threshold?: number;
  /** All recipients, in order. */
  readonly recipients: readonly string[];
  /** Over selection, recipients (a set per group), MAC mode and threshold: what a lock line remembers. */
  readonly fingerprint: Digest;
  readonly origin: Origin;
}

/** A rule with what follows from its parts filled in. */
export function creationRule(
  parts: Omit<CreationRule, 'recipients' | 'fingerprint'>,
): CreationRule {
  const { selection, macOnlyEncrypted, keyGroups, threshold } = parts;
  const fingerprint = sha256(
    canonicalJson({
      selection: { [selection.kind]: selection.pattern },
      macOnlyEncrypted,
      keyGroups: keyGroups.map((group) => [...new Set(group)].sort()),
      threshold: keyGroups.length > 1 && threshold ? threshold : 0,
      // Without a meaning today; it keeps the fingerprints in lock files what they are.
      unsupported: [],
    }),
  );
  return { ...parts, recipients: [...new Set(keyGroups.flat())], fingerprint };
}
