import type { Json } from '../core/json.ts';
import { success, type Result } from '../core/result.ts';
import { readDocuments } from './documents.ts';
import { isEmpty, nodeToJson } from './to-json.ts';

/**
 * Every document of a manifest file as JSON, empty documents left out. Scalars as go-yaml reads them
 * (`yes` is text, `0777` is 511). Fails with codes `yaml/…`; size, depth and aliases are bounded.
 */
export function readManifest(text: string, file: string): Result<Json[]> {
  const documents = readDocuments(text, file);
  if (!documents.ok) return documents;
  const roots = documents.value.map(({ root }) => root).filter((root) => !isEmpty(root));
  return success(roots.map(nodeToJson));
}
