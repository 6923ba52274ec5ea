import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { readDirectly } from './direct/read.ts';
import { readWithLibrary } from './library.ts';
import type { YamlDocument } from './node.ts';

/** Larger texts are refused (UTF-16 units). */
const LONGEST = 16 * 1024 * 1024;

/**
 * Reads a YAML text, plain scalars as go-yaml reads them. Aliases are expanded within bounds; depth,
 * size and duplicate keys are checked; every syntax error is reported with its line. Codes `yaml/…`.
 */
export function readDocuments(text: string, file: string): Result<YamlDocument[]> {
  if (text.length > LONGEST) {
    return failure(errorAt('yaml/too-large', `${file} is longer than 16 MiB`, { file }));
  }
  const documents = readDirectly(text);
  return documents === undefined ? readWithLibrary(text, file) : success(documents);
}
