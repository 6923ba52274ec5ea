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
  return readEachDocument(text, file, (document) => document);
}

/** What `take` makes of each document of a text, whose nodes need not stay in memory then. */
export function readEachDocument<T>(
  text: string,
  file: string,
  take: (document: YamlDocument) => T,
): Result<T[]> {
  if (text.length > LONGEST) {
    return failure(errorAt('yaml/too-large', `${file} is longer than 16 MiB`, { file }));
  }
  const taken = readDirectly(text, take);
  if (taken !== undefined) return success(taken);
  const documents = readWithLibrary(text, file);
  return documents.ok ? success(documents.value.map(take)) : documents;
}
