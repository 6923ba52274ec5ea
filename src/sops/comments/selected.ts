import { isByComment, type Selection, type Selector } from '../selection.ts';
import type { Collection, Mark, Structure } from './collections.ts';
import { collectionOf } from './place.ts';
import type { FoundComment } from './scan.ts';

/** A comment with the collection it is bound to, and whether the selection encrypts it. */
export interface PlacedComment extends FoundComment {
  readonly collection: Collection;
  readonly selected: boolean;
}

interface Input {
  readonly text: string;
  readonly structure: Structure;
  readonly selection: Selection;
  readonly selector: Selector;
}

/**
 * Decides which comments of a document sops encrypts: those in collections whose values it does. Where comments select,
 * one that does counts for the comments behind it too, up to the next entry, and stays clear itself.
 */
export function placeComments(comments: readonly FoundComment[], input: Input): PlacedComment[] {
  const { structure, selection, selector } = input;
  const marked = new Set<Mark | Collection>();
  return comments.map((comment) => {
    const collection = collectionOf(input.text, comment, structure);
    if (!isByComment(selection)) {
      return { ...comment, collection, selected: collection.hit === selector.encryptsHits };
    }
    const owner = ownerOf(comment, collection, structure);
    const wasMarked = marked.has(owner);
    const marks = selector.marks(comment.text);
    if (marks) marked.add(owner);
    const hit = collection.hit || wasMarked;
    return { ...comment, collection, selected: !marks && hit === selector.encryptsHits };
  });
}

/** What the comment stands before, or on the line of; the collection at its end. */
function ownerOf(
  { span, alone }: FoundComment,
  collection: Collection,
  { marks }: Structure,
): Mark | Collection {
  const own = marks.filter((mark) => mark.collection === collection);
  const owner = alone
    ? own.find(({ offset }) => offset > span.start)
    : own.findLast(({ offset }) => offset < span.start);
  return owner ?? collection;
}
