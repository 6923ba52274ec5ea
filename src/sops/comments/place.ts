import { columnOf } from '../../yaml/edit.ts';
import type { Collection, Mark, Structure } from './collections.ts';
import { isBelowFoot, isFoot, isLastRun } from './foot.ts';
import type { FoundComment } from './scan.ts';

/**
 * The collection that a comment belongs to for sops, whose path the comment is bound to. A comment on a line of its own
 * is about what follows, unless go-yaml takes it for the foot of what stands before, or it stands in the column of a
 * mapping that ends here. Compared with what sops makes of such texts.
 */
export function collectionOf(
  text: string,
  comment: FoundComment,
  { collections, marks }: Structure,
): Collection {
  const at = comment.span.start;
  const root = collections[0];
  if (root === undefined) throw new Error('a document has its root mapping');
  const flow = collections.findLast(({ node }) => node.flow && isInside(node, at));
  if (flow !== undefined) return flow;
  const block = marks.filter(({ collection }) => !collection.node.flow);
  const previous = block.findLast(({ offset }) => offset < at);
  if (previous === undefined) return root;
  if (!comment.alone) return onLine(comment, previous, collections);
  if (isFoot(text, at, previous)) return previous.collection;
  const next = block.find(({ offset }) => offset > at);
  if (next === undefined && isLastRun(text, at)) return root;
  const following = next?.collection ?? root;
  return endedInColumn(text, at, { previous, following }) ?? following;
}

function isInside({ span }: Collection['node'], at: number): boolean {
  return span.start < at && at < span.end;
}

/** Behind the brackets of a collection a comment is the collection's own. */
function onLine(
  { span }: FoundComment,
  previous: Mark,
  collections: readonly Collection[],
): Collection {
  const closed = collections.find(
    ({ node }) => node.flow && node.span.start >= previous.offset && node.span.end <= span.start,
  );
  return closed ?? previous.collection;
}

/** The collection that ends above a comment in its column. */
function endedInColumn(
  text: string,
  at: number,
  { previous, following }: Between,
): Collection | undefined {
  const column = columnOf(text, at);
  const around = chainOf(following);
  const ended = chainOf(previous.collection).filter((each) => !around.includes(each));
  const own = ended.find((each) => each.column === column);
  if (own === undefined || isBelowFoot(text, at, previous)) return undefined;
  // What stands below the last item of a list is about what the list is the value of.
  return own.node.kind === 'list' ? (own.parent ?? own) : own;
}

interface Between {
  readonly previous: Mark;
  readonly following: Collection;
}

/** A collection and those around it, outermost first. */
function chainOf(collection: Collection | undefined): Collection[] {
  return collection === undefined ? [] : [...chainOf(collection.parent), collection];
}
