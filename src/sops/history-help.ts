import { insideOf, type OpenedFile } from './open.ts';
import { sealedLeaves } from './open-tree.ts';

/** What is left to do when somebody loses access: the values they can still read in old versions, each by name. */
export function historyHelp(opened: OpenedFile): string {
  const leaves = insideOf(opened).documents.flatMap(sealedLeaves);
  const names = [...new Set(leaves.map(({ path }) => path.join('/')))];
  if (names.length === 0) return 'it holds no value that they could have read';
  return `the Git history still holds the old ciphertexts, which they can open: change the values themselves (${names.join(', ')})`;
}
