import type { Diagnostic } from '../core/diagnostic.ts';
import { sha256 } from '../core/digest.ts';
import { secretKeys } from '../core/roll.ts';
import { all, success, type Result } from '../core/result.ts';
import { publicFile, type WrittenFile } from '../core/written-file.ts';
import type { OpenedFile } from '../sops/open.ts';
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

/** A change, and how to make it again with the checksums of Secrets that changed themselves. */
interface Draft {
  readonly change: Change;
  readonly rolled: (checksums: Checksums) => Promise<Result<Draft>>;
}

/**
 * The first half of stage emanifests: clear files as they are rendered, encrypted ones sealed. What rolls on Secrets
 * that are written anew is made a second time: only sealed Secrets have a checksum, and the second sealing keeps every
 * ciphertext of the first. Writes nothing.
 */
export async function emanifests(
  decisions: readonly Decision[],
  compared: readonly ComparedFile[],
  options: Sealing,
): Promise<Result<Change[]>> {
  const open = new Map(compared.map((file) => [file.decision.file.output, file]));
  const first = all(
    await Promise.all(
      decisions.map((decision) => {
        const file = open.get(decision.file.output);
        return file === undefined
          ? Promise.resolve(clearOrDone(decision, options))
          : seal(file, options);
      }),
    ),
  );
  if (!first.ok) return first;
  const changed = new Map(
    decisions.some(({ file }) => file.rolls.length > 0)
      ? first.value.flatMap(({ change: { file } }) =>
          file === undefined ? [] : [...checksumsOf(file.text, file.path)],
        )
      : [],
  );
  const last = all(
    await Promise.all(
      first.value.map((draft, index) =>
        decisions[index]?.file.rolls.some((roll) =>
          secretKeys(roll).some((key) => changed.has(key)),
        )
          ? draft.rolled(changed)
          : Promise.resolve(success(draft)),
      ),
    ),
  );
  return last.ok ? success(last.value.map(({ change }) => change)) : last;
}

function clearOrDone(decision: Decision, options: Sealing): Result<Draft> {
  const { file, facts, present, rendered, reasons, owned } = decision;
  const text = rendered ?? present ?? '';
  const known = { output: file.output, path: file.path, reasons, diagnostics: [] };
  const entry = entryOf(facts, sha256(text));
  const rolled = (checksums: Checksums) =>
    Promise.resolve(clearOrDone(rollDecision(decision, checksums), options));
  if (text === present)
    return success({ change: { ...known, action: 'unchanged', entry }, rolled });
  if (present !== undefined && !owned && !options.adopt)
    return { ok: false, diagnostics: [notOurs(file.path)] };
  const action = present === undefined ? 'created' : 'updated';
  return success({
    change: { ...known, action, entry, file: publicFile(file.path, text) },
    rolled,
  });
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

async function seal(compared: ComparedFile, options: Sealing): Promise<Result<Draft>> {
  const { file, facts, present, reasons } = compared.decision;
  if (facts.rule === undefined) throw new Error(`${file.path} is sealed without a creation rule`);
  const { sealManifest } = await import('../sops/seal.ts');
  const sealed = await sealManifest({
    path: file.path,
    objects: compared.objects,
    rule: facts.rule,
    now: options.now,
    ...(compared.previous === undefined ? {} : { previous: compared.previous }),
  });
  if (!sealed.ok) return sealed;
  const { text } = sealed.value.file;
  const unchanged = text === present;
  const updated = present === undefined ? 'created' : 'updated';
  const change: Change = {
    output: file.output,
    path: file.path,
    action: unchanged ? 'unchanged' : updated,
    reasons,
    entry: entryOf(facts, sha256(text)),
    ...(unchanged ? {} : { file: sealed.value.file }),
    sealed: { values: sealed.value.sealed, leaves: sealed.value.leaves },
    diagnostics: sealed.value.notes,
  };
  return success({
    change,
    rolled: async (checksums) => {
      const again = await seal(rollCompared(compared, checksums, sealed.value.reopen()), options);
      return again.ok ? success(withNotes(again.value, change.diagnostics)) : again;
    },
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

function withNotes(draft: Draft, diagnostics: readonly Diagnostic[]): Draft {
  return { ...draft, change: { ...draft.change, diagnostics } };
}
