import type { Diagnostic } from '../core/diagnostic.ts';
import { sha256 } from '../core/digest.ts';
import { all, success, type Result } from '../core/result.ts';
import { publicFile, type WrittenFile } from '../core/written-file.ts';
import { sealManifest } from '../sops/seal.ts';
import type { Decision } from './decide.ts';
import type { Reason } from './reasons.ts';
import { entryOf } from './facts.ts';
import type { LockEntry } from './lock-file.ts';
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

/** The first half of stage emanifests: clear files as they are rendered, encrypted ones sealed. Writes nothing. */
export async function emanifests(
  decisions: readonly Decision[],
  compared: readonly ComparedFile[],
  options: { readonly now: Date; readonly adopt: boolean },
): Promise<Result<Change[]>> {
  const open = new Map(compared.map((file) => [file.decision.file.output, file]));
  const changes = await Promise.all(
    decisions.map((decision) => {
      const file = open.get(decision.file.output);
      return file === undefined
        ? Promise.resolve(clearOrDone(decision, options.adopt))
        : seal(file, options.now);
    }),
  );
  return all(changes);
}

function clearOrDone(decision: Decision, adopt: boolean): Result<Change> {
  const { file, facts, present, rendered, reasons, owned } = decision;
  const text = rendered ?? present ?? '';
  const known = { output: file.output, path: file.path, reasons, diagnostics: [] };
  const entry = entryOf(facts, sha256(text));
  if (text === present) return success({ ...known, action: 'unchanged', entry });
  if (present !== undefined && !owned && !adopt)
    return { ok: false, diagnostics: [notOurs(file.path)] };
  const action = present === undefined ? 'created' : 'updated';
  return success({ ...known, action, entry, file: publicFile(file.path, text) });
}

async function seal(compared: ComparedFile, now: Date): Promise<Result<Change>> {
  const { file, facts, present, reasons } = compared.decision;
  if (facts.rule === undefined) throw new Error(`${file.path} is sealed without a creation rule`);
  const sealed = await sealManifest({
    path: file.path,
    objects: compared.objects,
    rule: facts.rule,
    now,
    ...(compared.previous === undefined ? {} : { previous: compared.previous }),
  });
  if (!sealed.ok) return sealed;
  const { text } = sealed.value.file;
  const unchanged = text === present;
  const updated = present === undefined ? 'created' : 'updated';
  return success({
    output: file.output,
    path: file.path,
    action: unchanged ? 'unchanged' : updated,
    reasons,
    entry: entryOf(facts, sha256(text)),
    ...(unchanged ? {} : { file: sealed.value.file }),
    sealed: { values: sealed.value.sealed, leaves: sealed.value.leaves },
    diagnostics: sealed.value.notes,
  });
}
