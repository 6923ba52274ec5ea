import { errorAt, infoAt, warningAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { encryptedFile, type EncryptedFile } from '../core/written-file.ts';
import { sealedComments } from './comments/open.ts';
import { sealTextComments } from './comments/seal-text.ts';
import type { CreationRule } from './creation-rule.ts';
import { parseEncrypted } from './encrypted-file.ts';
import { historyHelp } from './history-help.ts';
import { planKeys, thresholdOf } from './key-plan.ts';
import { recipientsOf } from './metadata.ts';
import { insideOf, openWithKey, type OpenedFile } from './open.ts';
import { openLeaves } from './open-tree.ts';
import { rekey } from './rekey.ts';
import { rulesDiffer, sealManifest } from './seal.ts';
import { selectorOf, selectsPath, type Selection } from './selection.ts';
import { foldDocument } from './walk.ts';

/** A file brought in line with its creation rule. */
export interface UpdatedKeys {
  readonly file: EncryptedFile;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly notes: readonly Diagnostic[];
}

/**
 * Gives a file the recipients and the selection of its creation rule. Recipients added: new entries for them and not
 * one other byte. Recipients removed: another data key and new ciphertexts. Another selection: encrypted anew by it.
 */
export async function updateKeys(
  opened: OpenedFile,
  rule: CreationRule,
  now: Date,
): Promise<Result<UpdatedKeys>> {
  const { metadata, file: path } = opened.source;
  const { dataKey } = insideOf(opened);
  const before = recipientsOf(metadata);
  const added = rule.recipients.filter((recipient) => !before.includes(recipient));
  const planned = await planKeys(rule, { metadata, dataKey });
  if (!planned.ok) return planned;
  const plan = planned.value;
  const rekeyed = rekey(opened, { ...plan, threshold: thresholdOf(rule, plan) }, now);
  if (!rekeyed.ok) return rekeyed;
  const { removed } = plan;
  const notes = removed.length === 0 ? [] : [removal(opened, removed)];
  const known = { added, removed, notes };
  if (!rulesDiffer(rule, metadata)) return success({ ...known, file: rekeyed.value });
  if (commentsMatter(opened, rule.selection)) return failure(byComments(path, rule));
  const previous = reopen(rekeyed.value, plan.dataKey);
  const sealed = await sealManifest({ path, objects: previous.documents, rule, previous, now });
  if (!sealed.ok) return sealed;
  const note = infoAt('secrets/selection', `${path} is encrypted anew by ${rule.selection.kind}`, {
    file: path,
  });
  const text = sealTextComments(sealed.value.file.text, path, plan.dataKey);
  if (!text.ok) return text;
  return success({ ...known, file: encryptedFile(path, text.value), notes: [...notes, note] });
}

/** Whether comments of the file would select otherwise than its keys alone, or stand sealed among items of a list. */
function commentsMatter(opened: OpenedFile, selection: Selection): boolean {
  const { documents, dataKey } = insideOf(opened);
  if (documents.some((document) => [...openLeaves(document)].some(({ comment }) => comment)))
    return true;
  const { marks } = selectorOf(selection);
  const sealed = sealedComments(opened.source, dataKey);
  if (sealed.some((comment) => comment.opened !== undefined && marks(comment.opened.text)))
    return true;
  return opened.source.documents.some(({ root }) =>
    foldDocument<boolean>(root, selectorOf(selection), {
      leaf: ({ path, selected }) => selected !== selectsPath(selection, path),
      map: (_, entries) => entries.some(({ value }) => value),
      list: (_, items) => items.includes(true),
    }),
  );
}

function byComments(file: string, { selection, origin }: CreationRule): Diagnostic {
  return errorAt('secrets/selection', `${file} cannot be encrypted anew by ${selection.kind}`, {
    file,
    origin,
    help: 'comments that select, or stand sealed in lists, are in the way: remove them with `sops edit`',
  });
}

function removal(opened: OpenedFile, removed: readonly string[]): Diagnostic {
  const { file } = opened.source;
  return warningAt(
    'secrets/recipient-removed',
    `${file} is no longer encrypted for ${removed.join(', ')}: new data key, new ciphertexts`,
    { file, help: historyHelp(opened) },
  );
}

function reopen({ path, text }: EncryptedFile, dataKey: Buffer): OpenedFile {
  const parsed = parseEncrypted(text, path);
  const opened = parsed.ok ? openWithKey(parsed.value, dataKey) : parsed;
  if (!opened.ok) throw new Error(`bug: ${path} was given other keys wrongly and is not written`);
  return opened.value;
}
