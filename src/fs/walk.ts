import { readdir } from 'node:fs/promises';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { errorCode } from './read.ts';

/** Folders that hold what other programs put there. */
const FOREIGN: ReadonlySet<string> = new Set(['.git', '.direnv', 'node_modules']);

/**
 * All files below a folder, as sorted paths relative to it with `/`. Links are not followed; folders of other programs,
 * and those that `skip` names by path, are left out. Code `config/unreadable` for a folder that cannot be read.
 */
export async function walkFiles(
  root: string,
  skip: (path: string) => boolean,
): Promise<Result<string[]>> {
  const found: string[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readFolder(root, folder);
    if (!entries.ok) return entries;
    for (const entry of entries.value) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) found.push(path);
      if (entry.isDirectory() && !FOREIGN.has(entry.name) && !skip(path)) waiting.push(path);
    }
  }
  return success(found.sort());
}

async function readFolder(root: string, folder: string) {
  try {
    return success(await readdir(`${root}/${folder}`, { withFileTypes: true }));
  } catch (error) {
    const name = folder === '' ? root : folder;
    const reason = errorCode(error);
    return failure(
      errorAt('config/unreadable', `${name} cannot be read: ${reason}`, { file: name }),
    );
  }
}
