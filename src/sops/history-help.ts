import { insideOf, type OpenedFile } from './open.ts';
import type { OpenNode } from './open-tree.ts';

const MOST_NAMES = 12;

/** What is left to do when somebody loses access: the values they can still read in old versions, by name. */
export function historyHelp(opened: OpenedFile): string {
  const names = [
    ...new Set(insideOf(opened).documents.flatMap((document) => [...sealedNames(document)])),
  ];
  const listed = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `the Git history still holds the old ciphertexts, which they can open: change the values themselves (${listed}${more})`;
}

function* sealedNames(node: OpenNode): Generator<string> {
  if (node.kind === 'leaf') {
    if (node.sealed !== undefined && !node.comment) yield node.path.join('/');
  } else if (node.kind === 'list') for (const item of node.items) yield* sealedNames(item);
  else for (const { value } of node.entries) yield* sealedNames(value);
}
