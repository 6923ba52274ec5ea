import type { ScalarValue } from '../yaml/node.ts';
import { openLeaves, type OpenMap } from './open-tree.ts';
import { valueIdentity } from './value.ts';

/** A value of a file, with the document and the mapping keys that lead to it. */
export interface LeafValue {
  readonly document: number;
  readonly path: readonly string[];
  readonly value: ScalarValue;
}

/** All values of decrypted documents. Sealed comments are none. */
export function leafValues(documents: readonly OpenMap[]): LeafValue[] {
  return documents.flatMap((root, document) =>
    [...openLeaves(root)]
      .filter(({ comment }) => !comment)
      .map(({ path, value }) => ({ document, path, value })),
  );
}

/** Whether two files hold the same values at the same places; items of one list are told apart by value alone. */
export function sameValues(a: readonly LeafValue[], b: readonly LeafValue[]): boolean {
  return slots(a) === slots(b);
}

function slots(values: readonly LeafValue[]): string {
  const texts = values.map(({ document, path, value }) =>
    JSON.stringify([document, path, valueIdentity(value)]),
  );
  return texts.sort().join('\n');
}
