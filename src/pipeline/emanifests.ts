import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { sha256 } from '../core/digest.ts';
import { secretKeys } from '../core/roll.ts';
import { mapParallel } from '../core/parallel.ts';
import { findPrivateKeys } from '../core/private-key.ts';
import { all, failure, success, type Result } from '../core/result.ts';
import { publicFile, type WrittenFile } from '../core/written-file.ts';
import type { OpenedFile } from '../sops/open.ts';
import type { Sealed } from '../sops/seal.ts';
import { printManifest } from '../yaml/print.ts';
import { checksumsOf, withChecksums, type Checksums } from './checksums.ts';
import type { Decision } from './decide.ts';
import type { Reason } from './reasons.ts';
import { entryOf } from './facts.ts';
import type { LockEntry } from './lock-file.ts';
import { withFileChecksums } from './manifest-file.ts';
import type { ComparedFile } from './umanifests.ts';
import { notOurs } from './umanifests.ts';

/** What becomes of a manifest file. */
export interface Change {
  readonly output: string;
  readonly path: string;
  readonly action: 'created' | 'updated' | 'unchanged';
  readonly reasons: readonly Reason[];
  readonly entry: LockEntry;
  /** The file to write; undefined when it is unchanged. */
  readonly file?: WrittenFile;
  /** How many leaves of an encrypted file are sealed, of how many; undefined when it was not opened. */
  readonly sealed?: { readonly values: number; readonly leaves: number };
  readonly diagnostics: readonly Diagnostic[];
}

/** What the stage is told beside the files. */
interface Sealing {
  readonly now: Date;
  readonly adopt: boolean;
}

/** A change that is made, or will be once the checksums of all Secrets that changed are known. */
interface Draft {
  readonly change: Change;
  /** Of a file with workloads that roll. */
  readonly roll?: (checksums: Checksums) => Promise<Result<Change>>;
}

/** More than one, since wrapping a data key may wait for a program. */
const SEALED_AT_A_TIME = 8;

/**
 * The first half of stage emanifests: clear files as they are rendered, encrypted ones sealed. What rolls on Secrets
 * that are written anew is made a second time: only sealed Secrets have a checksum, and the second sealing keeps every
 * ciphertext of the first. Takes the files out of the list, so that nobody holds the values of one that is sealed.
 * Writes nothing.
 */
export async function emanifests(
  decisions: readonly Decision[],
  compared: ComparedFile[],
  options: Sealing,
): Promise<Result<Change[]>> {
  const open = new Map(compared.splice(0).map((file) => [file.decision.file.output, file]));
  const results = await mapParallel(decisions, SEALED_AT_A_TIME, async (decision) => {
    const file = open.get(decision.file.output);
    open.delete(decision.file.output);
    return file === undefined ? draftClear(decision, options) : draftSealed(file, options);
  });
  const drafts = all(results);
  return drafts.ok ? roll(drafts.value) : drafts;
}

async function roll(drafts: readonly Draft[]): Promise<Result<Change[]>> {
  const changed = new Map(
    drafts.some((draft) => draft.roll !== undefined)
      ? drafts.flatMap(({ change: { file } }) =>
          file === undefined ? [] : [...checksumsOf(file.text, file.path)],
        )
      : [],
  );
  const results = await mapParallel(drafts, SEALED_AT_A_TIME, async (draft) =>
    draft.roll === undefined ? success(draft.change) : draft.roll(changed),
  );
  return all(results);
}

function rollsOn({ file }: Decision, checksums: Checksums): boolean {
  return file.rolls.some((item) => secretKeys(item).some((key) => checksums.has(key)));
}

function draftClear(decision: Decision, options: Sealing): Result<Draft> {
  const made = clearOrDone(decision, options);
  if (!made.ok) return made;
  if (decision.file.rolls.length === 0) return success({ change: made.value });
  const again = (checksums: Checksums): Result<Change> =>
    rollsOn(decision, checksums) ? clearOrDone(rollDecision(decision, checksums), options) : made;
  return success({ change: made.value, roll: (checksums) => Promise.resolve(again(checksums)) });
}

function clearOrDone(decision: Decision, options: Sealing): Result<Change> {
  const { file, facts, present, written, rendered, reasons, owned } = decision;
  const text = rendered ?? present ?? '';
  const known = { output: file.output, path: file.path, reasons, diagnostics: [] };
  const entry = entryOf(facts, (text === present ? written : undefined) ?? sha256(text));
  if (text === present) return success({ ...known, action: 'unchanged', entry });
  if (present !== undefined && !owned && !options.adopt)
    return { ok: false, diagnostics: [notOurs(file.path)] };
  const action = present === undefined ? 'created' : 'updated';
  return success({ ...known, action, entry, file: publicFile(file.path, text) });
}

/** The decision about the same file with checksums that were not known when it was made. */
function rollDecision(decision: Decision, checksums: Checksums): Decision {
  const file = withFileChecksums(decision.file, checksums);
  return {
    ...decision,
    file,
    facts: { ...decision.facts, objects: file.digest },
    ...(decision.rendered === undefined ? {} : { rendered: printManifest(file.objects) }),
  };
}

async function draftSealed(compared: ComparedFile, options: Sealing): Promise<Result<Draft>> {
  const made = await seal(compared, options);
  if (!made.ok) return made;
  const { change, sealed } = made.value;
  if (compared.decision.file.rolls.length === 0) {
    sealed.forget();
    return success({ change });
  }
  const again = async (checksums: Checksums): Promise<Result<Change>> => {
    if (!rollsOn(compared.decision, checksums)) return success(change);
    const rolled = await seal(rollCompared(compared, checksums, sealed.reopen()), options);
    if (!rolled.ok) return rolled;
    return success({ ...rolled.value.change, diagnostics: change.diagnostics });
  };
  return success({ change, roll: (checksums) => again(checksums).finally(sealed.forget) });
}

async function seal(
  compared: ComparedFile,
  options: Sealing,
): Promise<Result<{ change: Change; sealed: Sealed }>> {
  const { file, facts, present, reasons } = compared.decision;
  if (facts.rule === undefined) throw new Error(`${file.path} is sealed without a creation rule`);
  const { sealManifest } = await import('../sops/seal.ts');
  const result = await sealManifest({
    path: file.path,
    objects: compared.objects,
    rule: facts.rule,
    now: options.now,
    ...(compared.previous === undefined ? {} : { previous: compared.previous }),
  });
  if (!result.ok) return result;
  const sealed = result.value;
  const { text } = sealed.file;
  if (findPrivateKeys(text).length > 0) {
    sealed.forget();
    return failure(clearKey(file.path));
  }
  const unchanged = text === present;
  const updated = present === undefined ? 'created' : 'updated';
  const change: Change = {
    output: file.output,
    path: file.path,
    action: unchanged ? 'unchanged' : updated,
    reasons,
    entry: entryOf(facts, sha256(text)),
    ...(unchanged ? {} : { file: sealed.file }),
    sealed: { values: sealed.sealed, leaves: sealed.leaves },
    diagnostics: sealed.notes,
  };
  return success({ change, sealed });
}

/** A rule may leave a place clear where the value of a placeholder, or a literal, is a key. */
function clearKey(path: string): Diagnostic {
  return errorAt('secret/private-key', `${path} would hold a private key in the clear`, {
    file: path,
    help: 'the creation rule of the file leaves its place clear; select it, or take the key out',
  });
}

function rollCompared(
  compared: ComparedFile,
  checksums: Checksums,
  previous: OpenedFile,
): ComparedFile {
  const decision = rollDecision(compared.decision, checksums);
  const objects = withChecksums(compared.objects, decision.file.rolls, checksums);
  return { decision, objects, previous };
}
