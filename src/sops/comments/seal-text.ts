import { success, type Result } from '../../core/result.ts';
import { applyEdits } from '../../yaml/edit.ts';
import { parseEncrypted } from '../encrypted-file.ts';
import { sealedComments } from './open.ts';
import { bodyOf } from './scan.ts';
import { commentEdit, sealComments } from './seal.ts';

/**
 * An encrypted text with all comments sealed that its selection encrypts. Whatever a change is about, sops does so with
 * the comments of a file that it writes; the MAC knows none of them. Fails as `parseEncrypted` does.
 */
export function sealTextComments(text: string, file: string, dataKey: Buffer): Result<string> {
  const parsed = parseEncrypted(text, file);
  if (!parsed.ok) return parsed;
  const previous = sealedComments(parsed.value, dataKey);
  const { documents, metadata } = parsed.value;
  const places = documents.flatMap(({ root }, index) => {
    if (root.flow) return [];
    const within = bodyOf(text, documents, index);
    return sealComments({ text, root, within, selection: metadata.selection, dataKey, previous });
  });
  return success(applyEdits(text, places.flatMap(commentEdit)));
}
