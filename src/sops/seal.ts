import { errorAt, infoAt, warningAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { TreeObject } from '../core/tree.ts';
import { encryptedFile, type EncryptedFile } from '../core/written-file.ts';
import { sameSelection } from './audit/differences.ts';
import { digestOf, sealLeaves } from './ciphertext-pool.ts';
import type { CreationRule } from './creation-rule.ts';
import { historyHelp } from './history-help.ts';
import { planKeys, thresholdOf, type KeyPlan } from './key-plan.ts';
import { sealMac } from './mac.ts';
import type { SopsMetadata } from './metadata.ts';
import { parseEncrypted } from './encrypted-file.ts';
import { forgetKey, insideOf, openWithKey, type OpenedFile } from './open.ts';
import type { OpenMap } from './open-tree.ts';
import { assembleText, contentChanged } from './assemble.ts';
import { matchDocuments } from './match-documents.ts';
import { selectorOf } from './selection.ts';
import { leavesOf, needsSealing, TargetBuilder, type TargetMap } from './target.ts';
import { verifySealed } from './verify.ts';

/** The version whose format new files follow. */
const SOPS_VERSION = '3.13.2';

export interface SealInput {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly objects: readonly TreeObject[];
  readonly rule: CreationRule;
  /** The version on disk, opened: its data key, ciphertexts, order and layout are kept where they can be. */
  readonly previous?: OpenedFile | undefined;
  readonly now: Date;
}

export interface Sealed {
  /** Its text is the previous text, byte for byte, when the outcome is `unchanged`. */
  readonly file: EncryptedFile;
  /** Leaves that are ciphertext, of all leaves. */
  readonly sealed: number;
  readonly leaves: number;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly notes: readonly Diagnostic[];
  /** Opens the sealed text, without any identity: as the previous version for sealing it once more. */
  readonly reopen: () => OpenedFile;
  /** Overwrites the data key, and that of the previous version: neither opens anything afterwards. */
  readonly forget: () => void;
}

/**
 * Encrypts a file for the recipients of its rule with as few changed bytes as possible. Fails with
 * `config/recipients` when the rule names nobody, `secrets/value` for each value the format cannot hold,
 * and `secrets/plugin`, `secrets/key-service` when a program that is needed to wrap the data key fails.
 * The result has been read back and compared; a difference throws.
 */
export async function sealManifest(input: SealInput): Promise<Result<Sealed>> {
  const { path, rule, previous } = input;
  if (rule.recipients.length === 0) return failure(nobody(rule, path));
  const before = previous && { ...insideOf(previous), metadata: previous.source.metadata };
  const matches = matchDocuments(input.objects, before?.documents ?? []);
  const builder = new TargetBuilder(selectorOf(rule.selection), path);
  const targets = input.objects.map((object, index) =>
    builder.document(object, before?.documents[matches[index] ?? -1]),
  );
  if (builder.problems.length > 0) return failure(...builder.problems);
  const planned = await planKeys(rule, before);
  if (!planned.ok) return planned;
  const keys = planned.value;
  sealLeaves(targets, keys.kind === 'new' ? [] : (before?.documents ?? []), keys.dataKey);
  return success(finish(input, { targets, matches, keys, documents: before?.documents ?? [] }));
}

/** What is decided about a file before its text is made. */
interface Draft {
  readonly targets: readonly TargetMap[];
  /** For each target the index of the previous document it continues. */
  readonly matches: readonly (number | undefined)[];
  readonly keys: KeyPlan;
  readonly documents: readonly OpenMap[];
}

function finish(input: SealInput, draft: Draft): Sealed {
  const { path, rule, previous, now } = input;
  const { targets, keys } = draft;
  const old = previous?.source.metadata;
  const changed =
    previous === undefined ||
    old === undefined ||
    keys.kind === 'new' ||
    !previous.macValid ||
    rulesDiffer(rule, old) ||
    contentChanged(draft);
  const metadata: SopsMetadata = {
    keyGroups: keys.keyGroups,
    threshold: thresholdOf(rule, keys),
    selection: rule.selection,
    macOnlyEncrypted: rule.macOnlyEncrypted,
    ...(changed
      ? seal(targets, { keys, rule, now })
      : { lastModified: old.lastModified, mac: old.mac }),
    version: old?.version ?? SOPS_VERSION,
  };
  const unchanged = previous !== undefined && !changed && keys.kind === 'kept';
  const text = unchanged ? previous.source.text : assembleText({ ...draft, metadata, previous });
  if (!unchanged) verifySealed({ path, text, dataKey: keys.dataKey, metadata, targets });
  const leaves = targets.flatMap((target) => [...leavesOf(target)]);
  return {
    file: encryptedFile(path, text),
    sealed: leaves.filter(needsSealing).length,
    leaves: leaves.length,
    outcome: previous === undefined ? 'created' : unchanged ? 'unchanged' : 'updated',
    notes: notesOf(input, keys),
    reopen: () => reopen(path, text, keys.dataKey),
    forget: () => {
      keys.dataKey.fill(0);
      if (previous !== undefined) forgetKey(previous);
    },
  };
}

function reopen(path: string, text: string, dataKey: Buffer): OpenedFile {
  const parsed = parseEncrypted(text, path);
  const opened = parsed.ok ? openWithKey(parsed.value, dataKey) : parsed;
  if (!opened.ok) throw new Error(`${path} was verified, yet it does not open`);
  return opened.value;
}

function seal(
  targets: readonly TargetMap[],
  { keys, rule, now }: { keys: KeyPlan; rule: CreationRule; now: Date },
): { lastModified: string; mac: string } {
  const lastModified = `${now.toISOString().slice(0, 19)}Z`;
  const digest = digestOf(targets, rule.macOnlyEncrypted);
  return { lastModified, mac: sealMac(keys.dataKey, digest, lastModified) };
}

/** Whether the file was encrypted by another selection or MAC mode. */
export function rulesDiffer(rule: CreationRule, metadata: SopsMetadata): boolean {
  return !sameSelection(metadata, rule) || rule.macOnlyEncrypted !== metadata.macOnlyEncrypted;
}

function nobody({ origin }: CreationRule, path: string): Diagnostic {
  const message = `the rule for ${path} names no recipient`;
  return errorAt('config/recipients', message, { file: path, origin });
}

function notesOf({ path, previous }: SealInput, keys: KeyPlan): Diagnostic[] {
  if (previous === undefined) return [];
  const notes: Diagnostic[] = [];
  if (!previous.macValid) {
    notes.push(
      warningAt(
        'secrets/mac',
        `${path} was changed by something that cannot sign it (bad MAC); it is written anew`,
        { file: path },
      ),
    );
  }
  if (keys.removed.length > 0) {
    const names = keys.removed.join(', ');
    notes.push(
      warningAt(
        'secrets/recipient-removed',
        `${path} is no longer encrypted for ${names}: new data key, new ciphertexts`,
        {
          file: path,
          help: historyHelp(previous),
        },
      ),
    );
  } else if (keys.kind === 'rewrapped') {
    notes.push(
      infoAt('secrets/recipient-added', `${path} is now encrypted for further recipients`, {
        file: path,
      }),
    );
  }
  return notes;
}
