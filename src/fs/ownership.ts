import type { Stats } from 'node:fs';
import { chown, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** What a file has beside its text. */
export interface Given {
  /** Permissions; undefined: those that the umask leaves. */
  readonly mode?: number;
  /** Undefined: whoever runs this. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

const PERMISSIONS = 0o777;

/** What a file has that is to be replaced. */
export function givenOf(stats: Stats): Given {
  return { mode: stats.mode & PERMISSIONS, ...ownerOf(stats) };
}

/** What a new file in a folder has: root, writing in a user's tree, leaves it to the user. */
export async function newFile(folder: string): Promise<Given> {
  return isRoot() ? ownerOf(await stat(folder)) : {};
}

/** Gives new folders, from the first one down to the last, to the owner of the folder that they were made in. */
export async function giveFolders(first: string, last: string): Promise<void> {
  if (!isRoot()) return;
  const { owner } = ownerOf(await stat(dirname(first)));
  if (owner === undefined) return;
  const below = relative(first, last).split(sep).filter(Boolean);
  const folders = [first, ...below.map((_, index) => join(first, ...below.slice(0, index + 1)))];
  for (const folder of folders) await chown(folder, owner.uid, owner.gid);
}

function ownerOf({ uid, gid }: Stats): Given {
  return isRoot() && (uid !== 0 || gid !== 0) ? { owner: { uid, gid } } : {};
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
