import { toPointer } from '../../core/pointer.ts';
import type { ScalarValue } from '../../yaml/node.ts';
import { isCiphertext } from '../cipher.ts';
import type { SopsDocument, SopsFile } from '../encrypted-file.ts';
import { hidesNothing } from '../plaintext.ts';
import { selectorOf, type Selection } from '../selection.ts';
import { foldDocument, type Leaf } from '../walk.ts';

/** Where a value stands in the clear that should be ciphertext. */
export interface ClearValue {
  /** Mapping keys as a pointer; items of a list stand at the pointer of the list. */
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The values of a file that one of the selections encrypts and that are no ciphertext, in the order of the file. No key
 * is needed. What sops itself leaves clear is none of them: null, the empty text, empty mappings and lists.
 */
export function clearValues(file: SopsFile, selections: readonly Selection[]): ClearValue[] {
  const lines = file.documents.flatMap((document) =>
    selections.flatMap((selection) => clearLeaves(document, selection)),
  );
  const places = new Map(
    lines.map(({ path, node }) => [
      node.span.start,
      { pointer: toPointer(path), line: lineOf(file.text, node.span.start) },
    ]),
  );
  return [...places].sort(([a], [b]) => a - b).map(([, place]) => place);
}

function clearLeaves({ root }: SopsDocument, selection: Selection): Leaf[] {
  return foldDocument<Leaf[]>(root, selectorOf(selection), {
    leaf: (leaf) => (leaf.selected && isClear(leaf.node.value) ? [leaf] : []),
    map: (_, entries) => entries.flatMap(({ value }) => value),
    list: (_, items) => items.flat(),
  });
}

function isClear(value: ScalarValue): boolean {
  return !hidesNothing(value) && !(typeof value === 'string' && isCiphertext(value));
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
