import { type Diagnostic, isAbout } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { objectShape } from './rules/object-shape.ts';
import { placeholderInClear } from './rules/placeholder-in-clear.ts';
import { treeEntries, treeFile } from './schema/tree-object.ts';
import { validateObjects, type ValidationContext } from './objects.ts';
import { applySettings } from './settings.ts';

/** Validates the files of a bundle before any store is opened. Sorted by file; empty when all is well. */
export function validateFiles(
  files: readonly ManifestFile[],
  context: ValidationContext,
): Diagnostic[] {
  const entries = treeEntries(files.map(treeFile));
  const found = applySettings(validateObjects(entries, context), context.settings, entries);
  const order = new Map(files.map(({ path }, index) => [path, index]));
  const rank = ({ file }: Diagnostic) => order.get(file ?? '') ?? files.length;
  return [
    ...files.flatMap(objectShape),
    ...files.flatMap(placeholderInClear),
    ...withoutEchoes(found, files).sort((a, b) => rank(a) - rank(b)),
  ];
}

/** Where two modules make one file, that is told; its objects stand twice in it for no other reason. */
function withoutEchoes(found: readonly Diagnostic[], files: readonly ManifestFile[]): Diagnostic[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { path } of files) (seen.has(path) ? twice : seen).add(path);
  const isTwice = isAbout('one object twice');
  return found.filter((finding) => !isTwice(finding) || !twice.has(finding.file ?? ''));
}
