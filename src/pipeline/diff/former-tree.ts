import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { all, success, type Result } from '../../core/result.ts';
import { errorCode, readText } from '../../fs/read.ts';
import { findFiles } from '../../fs/find.ts';
import { parseLock, type LockFile } from '../lock-file.ts';
import { readRevision } from './revision.ts';

/** A tree that the modules are compared with. */
export interface FormerTree {
  /** Manifest files by their paths below the manifests folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Its lock file; undefined where there is none of this format. */
  readonly lock: LockFile | undefined;
  /** True for a file that is gone when no module makes it: one that the lock file names, or one of a mere folder. */
  readonly isOwned: (output: string) => boolean;
}

interface Place {
  /** Real path of the project root. */
  readonly root: string;
  readonly cwd: string;
  readonly manifestsDir: string;
  readonly lockFile: string;
}

/** Reads a tree from a folder (a checkout of the project, or manifest files alone), else from a revision of git. */
export async function readFormerTree(against: string, place: Place): Promise<Result<FormerTree>> {
  const folder = resolve(place.cwd, against);
  if (!(await isFolder(folder))) return fromRevision(against, place);
  const isCheckout = await isFolder(join(folder, place.manifestsDir));
  const tree = await fromFolder(folder, isCheckout ? `${place.manifestsDir}/` : '', place.lockFile);
  return isCheckout || !tree.ok ? tree : success({ ...tree.value, isOwned: () => true });
}

/** Reads the tree of HEAD. */
export function readCommittedTree(place: Omit<Place, 'cwd'>): Promise<Result<FormerTree>> {
  return fromRevision('HEAD', place);
}

const MANIFEST = /\.ya?ml$/;

async function fromRevision(
  revision: string,
  { root, manifestsDir, lockFile }: Omit<Place, 'cwd'>,
): Promise<Result<FormerTree>> {
  const prefix = `${manifestsDir}/`;
  const isWanted = (path: string) =>
    path === lockFile || (path.startsWith(prefix) && MANIFEST.test(path));
  const texts = await readRevision(root, revision, isWanted);
  return texts.ok ? treeOf(texts.value, prefix, lockFile) : texts;
}

async function fromFolder(
  folder: string,
  prefix: string,
  lockFile: string,
): Promise<Result<FormerTree>> {
  const endings = ['yaml', 'yml'].map((ending) => `${prefix}**/*.${ending}`);
  const paths = await findFiles(folder, endings);
  if (!paths.ok) return paths;
  const texts = all(
    [...paths.value, lockFile].map((path): Result<[string, string][]> => {
      const text = readText(join(folder, path), path);
      if (!text.ok) return text;
      return success(text.value === undefined ? [] : [[path, text.value]]);
    }),
  );
  return texts.ok ? treeOf(new Map(texts.value.flat()), prefix, lockFile) : texts;
}

function treeOf(
  texts: ReadonlyMap<string, string>,
  prefix: string,
  lockFile: string,
): Result<FormerTree> {
  const files = [...texts]
    .filter(([path]) => path.startsWith(prefix) && path !== lockFile)
    .map(([path, text]): [string, string] => [path.slice(prefix.length), text]);
  const text = texts.get(lockFile);
  const parsed = text === undefined ? undefined : parseLock(text, lockFile);
  if (parsed?.ok === false) return parsed;
  const lock = parsed?.value.kind === 'gantry' ? parsed.value.lock : undefined;
  const isOwned = (output: string) => lock?.entries.has(output) === true;
  return success({ files: new Map(files), lock, isOwned });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    errorCode(error);
    return false;
  }
}
