import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** Folders that no module reads and that may be large. */
const SKIPPED = new Set(['.git', 'node_modules', '.direnv', 'result']);

/** What age and SSH identities look like; the size bounds the search to files that people keep keys in. */
const IDENTITY =
  /AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]{6}|AGE-PLUGIN-[A-Z0-9]+-1|BEGIN OPENSSH PRIVATE KEY/;
const LARGEST_KEY_FILE = 64 * 1024;

/**
 * The paths of a project that a restricted evaluation may read: the whole tree but for files that hold an age
 * identity and the folders of SKIPPED. A folder without such files is one path; a folder with one is given as
 * its other entries, so the key file itself, and listing or copying its folder, is refused by Nix.
 *
 * @param keyFiles absolute paths known to hold identities (SOPS_AGE_KEY_FILE and the like)
 */
export function readablePaths(root: string, keyFiles: readonly string[]): string[] {
  return cover(root, new Set(keyFiles.map(realPath))).paths;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

interface Cover {
  /** Every file below is readable, so the folder stands for them all. */
  readonly whole: boolean;
  readonly paths: string[];
}

function cover(folder: string, known: ReadonlySet<string>): Cover {
  const entries = entriesOf(folder);
  // Nix will say so when a module wants something from it.
  if (entries === undefined) return { whole: false, paths: [] };
  const parts = entries.map((entry): Cover => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return SKIPPED.has(entry.name) ? { whole: false, paths: [] } : cover(path, known);
    }
    return known.has(path) || (entry.isFile() && holdsIdentity(path))
      ? { whole: false, paths: [] }
      : { whole: true, paths: [path] };
  });
  if (parts.every((part) => part.whole)) return { whole: true, paths: [folder] };
  return { whole: false, paths: parts.flatMap((part) => part.paths) };
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function holdsIdentity(path: string): boolean {
  try {
    return statSync(path).size <= LARGEST_KEY_FILE && IDENTITY.test(readFileSync(path, 'latin1'));
  } catch {
    // An unreadable file is no concern of the evaluation: Nix will say so when a module wants it.
    return false;
  }
}
