import { insideOf, type OpenedFile } from './open.ts';
import { sealedLeaves } from './open-tree.ts';

const MOST_NAMES = 12;

/** What is left to do when somebody loses access: the values they can still read in old versions, by name. */
export function historyHelp(opened: OpenedFile): string {
  const leaves = insideOf(opened).documents.flatMap(sealedLeaves);
  const names = [...new Set(leaves.map(({ path }) => path.join('/')))];
  const listed = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `the Git history still holds the old ciphertexts, which they can open: change the values themselves (${listed}${more})`;
}
