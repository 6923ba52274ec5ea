import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileHoldsPrivateKey } from '../fs/private-key.ts';

/** Folders that no module reads: large ones, and those where people keep keys. */
const SKIPPED = new Set(['.git', 'node_modules', '.direnv', 'result', '.ssh', '.gnupg']);

/**
 * The paths of a project that a restricted evaluation may read: the whole tree but for files that hold a private key,
 * links that lead out of it, what is neither file nor folder, and the folders of SKIPPED. A folder without such entries
 * is one path; a folder with one is given as its other entries, so the key file itself, and listing or copying its
 * folder, is refused by Nix.
 *
 * @param root absolute, symbolic links resolved
 * @param keyFiles absolute paths known to hold identities (SOPS_AGE_KEY_FILE and the like)
 */
export function readablePaths(root: string, keyFiles: readonly string[]): string[] {
  const known = new Set(keyFiles.map((path) => realPath(path) ?? path));
  return cover(root, (path, entry) => isReadable(path, entry, { root, known })).paths;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

interface Cover {
  /** Every file below is readable, so the folder stands for them all. */
  readonly whole: boolean;
  readonly paths: string[];
}

const NOTHING: Cover = { whole: false, paths: [] };

function cover(folder: string, isFine: (path: string, entry: Dirent) => boolean): Cover {
  const entries = entriesOf(folder);
  // Nix will say so when a module wants something from it.
  if (entries === undefined) return NOTHING;
  const parts = entries.map((entry): Cover => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? NOTHING : cover(path, isFine);
    return isFine(path, entry) ? { whole: true, paths: [path] } : NOTHING;
  });
  if (parts.every((part) => part.whole)) return { whole: true, paths: [folder] };
  return { whole: false, paths: parts.flatMap((part) => part.paths) };
}

interface Project {
  readonly root: string;
  readonly known: ReadonlySet<string>;
}

function isReadable(path: string, entry: Dirent, project: Project): boolean {
  if (entry.isFile()) return isPublicFile(path, project);
  const target = entry.isSymbolicLink() ? realPath(path) : undefined;
  return target !== undefined && isTarget(target, project);
}

/** Nix 2.26 ends at once when a search path leads to where nothing may be read, so what a link leads to must be. */
function isTarget(target: string, project: Project): boolean {
  if (!target.startsWith(project.root + sep)) return false;
  if (
    relative(project.root, target)
      .split(sep)
      .some((name) => SKIPPED.has(name))
  )
    return false;
  return statSync(target).isDirectory() || isPublicFile(target, project);
}

function isPublicFile(path: string, { known }: Project): boolean {
  return !known.has(path) && !fileHoldsPrivateKey(path);
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
