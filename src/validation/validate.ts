import type { Diagnostic } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { duplicateOutputs, type Output } from './rules/duplicate-outputs.ts';
import { objectShape } from './rules/object-shape.ts';
import { placeholderInClear } from './rules/placeholder-in-clear.ts';
import { treeFile } from './schema/tree-object.ts';
import { validateTree, type ValidationContext } from './validate-tree.ts';

/** Validates the files of a bundle before any store is opened. Sorted by file; empty when all is well. */
export function validateFiles(
  files: readonly ManifestFile[],
  outputs: readonly Output[],
  context: ValidationContext,
): Diagnostic[] {
  return [
    ...duplicateOutputs(outputs),
    ...files.flatMap(objectShape),
    ...files.flatMap(placeholderInClear),
    ...validateTree(files.map(treeFile), context),
  ];
}
