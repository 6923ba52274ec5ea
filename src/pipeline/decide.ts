import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { sha256, type Digest } from '../core/digest.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { all, failure, success, type Result } from '../core/result.ts';
import { readText } from '../fs/read.ts';
import { printManifest } from '../yaml/print.ts';
import type { CreationRules } from './creation-rules.ts';
import { digestReferences, gatherFacts, type Facts, type ReferenceDigests } from './facts.ts';
import type { LockEntry, LockFile } from './lock-file.ts';
import { withFileChecksums } from './manifest-file.ts';
import { readChecksums, spreadRolls } from './rolls.ts';
import type { Reason } from './reasons.ts';
import type { Stores } from './stores.ts';

/** A manifest file with what is known of it before any key is touched. */
export interface Decision {
  readonly file: ManifestFile;
  readonly facts: Facts;
  /** The file as it is now; undefined when there is none. */
  readonly present: string | undefined;
  /** Digest of that. */
  readonly written: Digest | undefined;
  /** Text of a clear file as it will be. */
  readonly rendered?: string;
  /** True when the lock names the file, so that it is Gantry's. */
  readonly owned: boolean;
  /** Why the file is not done yet; empty: it is done. */
  readonly reasons: readonly Reason[];
}

interface DecisionInput {
  readonly root: string;
  readonly manifestsDir: string;
  readonly files: readonly ManifestFile[];
  /** True when the tree holds files that `files` does not, and that stay. */
  readonly partial: boolean;
  readonly lock: LockFile;
  readonly rules: CreationRules;
  readonly stores: Stores;
}

/**
 * The first half of stage umanifests, without any key: a file is done when its lock line still holds (objects,
 * references, rule, written bytes), a clear file when its bytes are what its module renders to.
 */
export async function decide(input: DecisionInput): Promise<Result<Decision[]>> {
  const { files, lock } = input;
  const rolling = files.some(({ rolls }) => rolls.length > 0)
    ? readChecksums(input, [...lock.entries.keys()])
    : undefined;
  const annotated = rolling ? files.map((file) => withFileChecksums(file, rolling)) : files;
  const digests = await digestReferences(annotated, input.stores);
  const decided = all(annotated.map((file) => decideFile(file, input, digests)));
  if (!decided.ok) return failure(...withoutRepeats(decided.diagnostics));
  return success(rolling ? spreadRolls(decided.value) : decided.value);
}

/** A store that is missing fails every reference to it: the first file that needs it is told. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byMessage = new Map(diagnostics.toReversed().map((found) => [found.message, found]));
  return diagnostics.filter((found) => byMessage.get(found.message) === found);
}

function decideFile(
  file: ManifestFile,
  input: DecisionInput,
  digests: ReferenceDigests,
): Result<Decision> {
  const facts = gatherFacts(file, input.rules, digests);
  if (!facts.ok) return facts;
  const present = readText(join(input.root, file.path), file.path);
  if (!present.ok) return present;
  const entry = input.lock.entries.get(file.output);
  const known = {
    file,
    facts: facts.value,
    present: present.value,
    written: present.value === undefined ? undefined : sha256(present.value),
    owned: entry !== undefined || input.lock.pending.has(file.output),
  };
  if (file.encrypt) return success({ ...known, reasons: reasonsOf(known, entry) });
  const rendered = printManifest(file.objects);
  const reasons = rendered === present.value ? [] : clearReasons(known, entry);
  return success({ ...known, rendered, reasons });
}

type Known = Omit<Decision, 'reasons' | 'rendered'>;

function clearReasons(known: Known, entry: LockEntry | undefined): Reason[] {
  const reasons = reasonsOf(known, entry);
  return reasons.length > 0 ? reasons : [{ kind: 'rendering' }];
}

function reasonsOf({ facts, written }: Known, entry: LockEntry | undefined): Reason[] {
  if (written === undefined) return [{ kind: entry === undefined ? 'new' : 'missing' }];
  if (entry === undefined) return [{ kind: 'unlocked' }];
  const reasons: Reason[] = [];
  if (!entry.objects.includes(facts.objects)) reasons.push({ kind: 'objects' });
  for (const [reference, digest] of facts.references) {
    if (digest === 'opaque') reasons.push({ kind: 'opaque', reference });
    else if (entry.references.get(reference)?.includes(digest) !== true)
      reasons.push({ kind: 'secret', reference });
  }
  if (facts.rule !== undefined && !entry.rule.includes(facts.rule.fingerprint))
    reasons.push({ kind: 'rule' });
  if (!entry.written.includes(written)) reasons.push({ kind: 'edited' });
  return reasons;
}
