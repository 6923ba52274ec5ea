import type { SopsFile } from '../encrypted-file.ts';
import { structureOf } from '../comments/collections.ts';
import { isSealedComment } from '../comments/open.ts';
import { bodyOf, scanComments } from '../comments/scan.ts';
import { placeComments } from '../comments/selected.ts';
import { selectorOf } from '../selection.ts';

/** Where a file has more, each counts: what they are bound to takes too long to find out for a file of anybody. */
const MOST_PLACED = 2000;

/** Lines of the comments of a YAML file that stand in the clear where sops encrypts comments. No key is needed. */
export function clearComments({ text, documents, metadata, format }: SopsFile): number[] {
  if (format !== 'yaml') return [];
  const { selection } = metadata;
  const selector = selectorOf(selection);
  return documents.flatMap(({ root }, index) => {
    if (root.flow) return [];
    const structure = structureOf(text, root, selector);
    const found = bodyOf(text, documents, index).flatMap((span) => scanComments(text, root, span));
    const placed =
      found.length > MOST_PLACED
        ? found.map((comment) => ({ ...comment, selected: true }))
        : placeComments(found, { text, structure, selection, selector });
    return placed
      .filter((comment) => comment.selected && !isSealedOrEmpty(comment.text))
      .map(({ span }) => text.slice(0, span.start).split('\n').length);
  });
}

function isSealedOrEmpty(comment: string): boolean {
  const text = comment.trim();
  return text === '' || isSealedComment(text);
}
