import { lstat, mkdir, open, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { mapParallel } from '../core/parallel.ts';
import { all, failure, success, type Result } from '../core/result.ts';
import type { WrittenFile } from '../core/written-file.ts';
import { createFile } from './create.ts';
import { keepOnExit, removeOnExit } from './on-exit.ts';
import { isOfGit } from './of-git.ts';
import { giveFolders, givenOf, newFile, type Given } from './ownership.ts';
import { errorCode } from './read.ts';
import { temporaryName } from './temporary.ts';

/** Files fully written beside their targets and flushed, not yet in place. */
export interface StagedFiles {
  /** Renames every file over its target, in order. Code `write/failed` on the first that cannot be. */
  commit(): Promise<Result<void>>;
  /** Removes what was staged and the folders made for it: the tree is as it was. */
  discard(): Promise<void>;
}

/** Files that are written and flushed at a time: a disk flushes several for little more than the time of one. */
const FLUSHES = 8;

/**
 * Writes each file as a sibling of its target and flushes it. Targets that are symbolic links, or whose folder lies
 * outside the project, are refused (`write/symlink`, `write/outside`). When one file fails nothing is staged.
 *
 * @param root real path of the project root
 */
export async function stageFiles(
  root: string,
  files: readonly WrittenFile[],
): Promise<Result<StagedFiles>> {
  const folders: MadeFolder[] = [];
  const results = await mapParallel(files, FLUSHES, (file) => stageFile(root, file, folders));
  const staged = results.flatMap((result) => (result.ok ? [result.value] : []));
  const handle = { commit: () => commit(staged), discard: () => discard(staged, folders) };
  const complete = all(results);
  if (complete.ok) return success(handle);
  await handle.discard();
  return complete;
}

/** Removes files and the folders that become empty below `top`. What is already gone is no error. */
export async function removeFiles(
  root: string,
  top: string,
  paths: readonly string[],
): Promise<Result<void>> {
  for (const path of paths) {
    try {
      const checked = await checkTarget(root, path);
      if (!checked.ok) return checked;
      await rm(join(root, path), { force: true });
    } catch (error) {
      return failure(writeFailed(path, error));
    }
    await removeEmptyFolders(join(root, top), dirname(join(root, path)));
  }
  return success(undefined);
}

/** Folders made for a file: those between `top`, which was there, and `folder`. */
interface MadeFolder {
  readonly top: string;
  readonly folder: string;
}

interface Staged {
  readonly path: string;
  readonly temporary: string;
  readonly target: string;
}

async function stageFile(
  root: string,
  file: WrittenFile,
  made: MadeFolder[],
): Promise<Result<Staged>> {
  const target = join(root, file.path);
  const temporary = join(dirname(target), temporaryName());
  try {
    const checked = await checkTarget(root, file.path);
    if (!checked.ok) return checked;
    const first = await mkdir(dirname(target), { recursive: true });
    if (first !== undefined) {
      made.push({ top: dirname(first), folder: dirname(target) });
      await giveFolders(first, dirname(target));
    }
    removeOnExit(temporary);
    await writeFlushed(temporary, file.text, checked.value ?? (await newFile(dirname(target))));
    return success({ path: file.path, temporary, target });
  } catch (error) {
    await removeTemporary(temporary);
    return failure(writeFailed(file.path, error));
  }
}

async function writeFlushed(path: string, text: string, given: Given): Promise<void> {
  const handle = await createFile(path, given.mode ?? NEW_FILE_MODE);
  try {
    // A new file has the mode that the umask leaves; one that is replaced keeps its own.
    if (given.mode !== undefined) await handle.chmod(given.mode);
    if (given.owner !== undefined) await handle.chown(given.owner.uid, given.owner.gid);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const NEW_FILE_MODE = 0o666;

/** What is refused as a target, and what the file to be written has of the one that it replaces; undefined: none is there. */
async function checkTarget(root: string, path: string): Promise<Result<Given | undefined>> {
  const target = join(root, path);
  const stats = await lstatIfThere(target);
  if (stats?.isSymbolicLink()) {
    return failure(
      errorAt('write/symlink', `${path} is a symbolic link; Gantry does not write through links`, {
        file: path,
      }),
    );
  }
  if (stats?.isFile() === false) {
    const what = stats.isDirectory() ? 'a folder' : 'a pipe, a socket or a device';
    return failure(
      errorAt('write/folder', `${path} is ${what} where a file is to be written`, { file: path }),
    );
  }
  const parent = await nearestFolder(dirname(target));
  if (isOfGit(relative(root, join(parent, basename(target)))) || isOfGit(path)) {
    return failure(
      errorAt('write/outside', `${path} belongs to git, and is not written`, { file: path }),
    );
  }
  if (parent !== root && !parent.startsWith(root + sep)) {
    return failure(
      errorAt('write/outside', `${path} leads outside the project, to ${parent}`, { file: path }),
    );
  }
  return success(stats && givenOf(stats));
}

/** The real path of the folder, or of the nearest one above it that exists. */
async function nearestFolder(folder: string): Promise<string> {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if ((await lstatIfThere(candidate)) !== undefined) return realpath(candidate);
  }
}

async function lstatIfThere(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}

async function commit(staged: readonly Staged[]): Promise<Result<void>> {
  for (const { path, temporary, target } of staged) {
    try {
      await rename(temporary, target);
      keepOnExit(temporary);
    } catch (error) {
      return failure(writeFailed(path, error));
    }
  }
  await flushFolders(new Set(staged.map(({ target }) => dirname(target))));
  return success(undefined);
}

/** Makes the renames durable. Some file systems cannot flush folders; the files themselves are flushed already. */
async function flushFolders(folders: ReadonlySet<string>): Promise<void> {
  for (const folder of folders) {
    const handle = await open(folder, 'r').catch(() => undefined);
    await handle?.sync().catch(() => undefined);
    await handle?.close().catch(() => undefined);
  }
}

async function discard(staged: readonly Staged[], folders: readonly MadeFolder[]): Promise<void> {
  for (const { temporary } of staged) await removeTemporary(temporary);
  for (const { top, folder } of folders) await removeEmptyFolders(top, folder);
}

/** What cannot be removed now is removed by the next run. */
async function removeTemporary(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
  keepOnExit(path);
}

async function removeEmptyFolders(top: string, folder: string): Promise<void> {
  for (let candidate = folder; candidate.startsWith(top + sep); candidate = dirname(candidate)) {
    try {
      await rmdir(candidate);
    } catch {
      return; // Not empty: somebody's files live there.
    }
  }
}

function writeFailed(path: string, error: unknown): Diagnostic {
  return errorAt('write/failed', `${path} cannot be written: ${errorCode(error)}`, {
    file: path,
    help: 'nothing was changed; mend the cause and run it again',
  });
}
