import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { applyEdits, type Edit } from '../yaml/edit.ts';
import { signatureEdits } from './assemble.ts';
import { sealTextComments } from './comments/seal-text.ts';
import { decryptDocuments, type Decrypted } from './decrypt.ts';
import { parseEncrypted, type SopsFile } from './encrypted-file.ts';
import { leafValues, sameValues, type LeafValue } from './leaf-values.ts';
import { sealMac } from './mac.ts';
import { fieldOf } from './metadata.ts';
import { insideOf, type OpenedFile } from './open.ts';
import { isByComment } from './selection.ts';
import { METADATA_KEY } from './walk.ts';

/** A change of the text of a file, and the values that it is to hold afterwards. */
interface Change {
  readonly edit: Edit;
  readonly values: readonly LeafValue[];
  readonly now: Date;
}

/**
 * The text of an opened file after a change, with time and MAC brought up to date in every sops block.
 * The result has been read back with its MAC. `secrets/edit` when the edited text cannot be opened,
 * as happens where an anchor makes one change show in several places.
 */
export function resign(opened: OpenedFile, { edit, values, now }: Change): Result<string> {
  const { text, file } = opened.source;
  const { dataKey } = insideOf(opened);
  return signText({ text: applyEdits(text, [edit]), file, dataKey, values, now });
}

/** A text all of whose selected values are sealed under the data key. */
export interface Unsigned {
  readonly text: string;
  readonly file: string;
  readonly dataKey: Buffer;
  /** What it must hold: anything else is a bug, and nothing gets written. */
  readonly values: readonly LeafValue[];
  readonly now: Date;
}

/** The text with a new time and MAC in every sops block, and comments sealed that are not yet; see `resign`. */
export function signText({ text: given, file, dataKey, values, now }: Unsigned): Result<string> {
  const text = sealTextComments(given, file, dataKey);
  if (!text.ok) return text;
  return sign({ text: text.value, file, dataKey, values, now });
}

function sign({ text, file, dataKey, values, now }: Unsigned): Result<string> {
  const edited = reopen(text, file, dataKey);
  if (!edited.ok) return edited;
  const { selection } = edited.value.file.metadata;
  const holds = ({ documents }: Decrypted): boolean => sameValues(leafValues(documents), values);
  if (isByComment(selection) && !holds(edited.value.decrypted)) return notInPlace(file);
  const lastModified = `${now.toISOString().slice(0, 19)}Z`;
  const mac = sealMac(dataKey, edited.value.decrypted.digest, lastModified);
  const signature = edited.value.file.documents.flatMap(({ root }) => {
    const block = fieldOf(root, METADATA_KEY);
    return block?.kind === 'map' ? (signatureEdits(block, { mac, lastModified }) ?? []) : [];
  });
  const signedText = applyEdits(text, signature);
  const signed = reopen(signedText, file, dataKey);
  const decrypted = signed.ok ? signed.value.decrypted : undefined;
  if (!decrypted?.macValid || !holds(decrypted)) {
    throw new Error(`bug: ${file} was signed wrongly and is not written`);
  }
  return success(signedText);
}

function reopen(
  text: string,
  file: string,
  dataKey: Buffer,
): Result<{ file: SopsFile; decrypted: Decrypted }> {
  const parsed = parseEncrypted(text, file);
  if (!parsed.ok) return parsed;
  const decrypted = decryptDocuments(parsed.value, dataKey);
  if (decrypted.problems.length === 0) return success({ file: parsed.value, decrypted });
  return notInPlace(file);
}

function notInPlace(file: string): Result<never> {
  const what = 'a value stands in several places (anchor), or a comment that selects moves';
  return failure(errorAt('secrets/edit', `${file} cannot be edited in place: ${what}`, { file }));
}
