import { conflictIn } from '../core/conflict-marker.ts';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { readDirectly } from './direct/read.ts';
import { readWithLibrary } from './library.ts';
import type { YamlDocument } from './node.ts';

/** Larger texts are refused (UTF-16 units). */
const LONGEST = 16 * 1024 * 1024;

/**
 * Reads a YAML text, plain scalars as go-yaml reads them. Aliases are expanded within bounds; depth,
 * size and duplicate keys are checked; the first problem of each document is reported with its place. Codes `yaml/…`, and
 * `git/conflict` alone for a text that git could not merge.
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
  if (documents.ok) return success(documents.value.map(take));
  const conflict = conflictIn(text, file);
  return conflict === undefined ? documents : failure(conflict);
}
