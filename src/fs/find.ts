import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import { globMatcher } from '../core/glob.ts';
import { all, failure, success, type Result } from '../core/result.ts';
import { errorCode } from './read.ts';

/**
 * Files below `root` that any of the globs matches, as paths relative to it, sorted. `*` stays within a path segment,
 * `**` crosses them. Only the folder in front of the first wildcard is read; an absent one holds nothing. Code
 * `config/unreadable` for one that is there but cannot be read.
 */
export async function findFiles(root: string, globs: readonly string[]): Promise<Result<string[]>> {
  const found = all(await Promise.all([...new Set(globs)].map((glob) => findGlob(root, glob))));
  return found.ok ? success([...new Set(found.value.flat())].sort()) : found;
}

async function findGlob(root: string, glob: string): Promise<Result<string[]>> {
  const prefix = glob.split('/').slice(0, -1);
  const firstWildcard = prefix.findIndex((part) => /[*?]/.test(part));
  const folder = join(root, ...(firstWildcard < 0 ? prefix : prefix.slice(0, firstWildcard)));
  const isFound = globMatcher(glob);
  const base = relative(root, folder);
  try {
    const paths = await listFiles(folder, firstWildcard >= 0);
    const inRoot = base === '' ? paths : paths.map((path) => `${base}/${path}`);
    return success(inRoot.filter(isFound));
  } catch (error) {
    const code = errorCode(error);
    if (['ENOENT', 'ENOTDIR'].includes(code)) return success([]);
    const name = base || folder;
    return failure(errorAt('config/unreadable', `${name} cannot be read: ${code}`, { file: name }));
  }
}

/** Paths below the folder. */
async function listFiles(folder: string, recursive: boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length).replace(/^\/+/, ''));
}
