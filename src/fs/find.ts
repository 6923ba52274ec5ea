import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { globSource } from '../core/glob.ts';
import { errorCode } from './read.ts';

/**
 * Files below `root` that a glob matches, as paths relative to it, sorted. `*` stays within a path segment, `**`
 * crosses them. Only the folder in front of the first wildcard is read; an absent one holds nothing.
 */
export async function findFiles(root: string, glob: string): Promise<string[]> {
  const prefix = glob.split('/').slice(0, -1);
  const firstWildcard = prefix.findIndex((part) => /[*?]/.test(part));
  const folder = join(root, ...(firstWildcard < 0 ? prefix : prefix.slice(0, firstWildcard)));
  const pattern = new RegExp(`^${globSource(glob)}$`);
  const paths = await listFiles(folder, firstWildcard >= 0);
  return paths
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => pattern.test(path))
    .sort();
}

async function listFiles(folder: string, recursive: boolean): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw error;
  }
}
