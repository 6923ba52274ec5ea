import type { Json } from '../core/json.ts';
import { success, type Result } from '../core/result.ts';
import { readEachDocument } from './documents.ts';
import { nodeToJson } from './to-json.ts';

/**
 * Every document of a manifest file as JSON, empty documents left out. Scalars as go-yaml reads them
 * (`yes` is text, `0777` is 511). Fails with codes `yaml/…`; size, depth and aliases are bounded.
 */
export function readManifest(text: string, file: string): Result<Json[]> {
  const values = readEachDocument(text, file, ({ root }) => nodeToJson(root));
  return values.ok ? success(values.value.filter((value) => value !== null)) : values;
}
