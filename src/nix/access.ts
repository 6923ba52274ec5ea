import { readdir, readFile, realpath, stat } from 'node:fs/promises';
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
export async function readablePaths(root: string, keyFiles: readonly string[]): Promise<string[]> {
  const real = keyFiles.map((path) => realpath(path).catch(() => path));
  const known = new Set(await Promise.all(real));
  const { paths } = await cover(root, known);
  return paths;
}

interface Cover {
  /** Every file below is readable, so the folder stands for them all. */
  readonly whole: boolean;
  readonly paths: string[];
}

async function cover(folder: string, known: ReadonlySet<string>): Promise<Cover> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  // Nix will say so when a module wants something from it.
  if (entries === undefined) return { whole: false, paths: [] };
  const parts = await Promise.all(
    entries.map(async (entry): Promise<Cover> => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return SKIPPED.has(entry.name) ? { whole: false, paths: [] } : cover(path, known);
      }
      return known.has(path) || (entry.isFile() && (await holdsIdentity(path)))
        ? { whole: false, paths: [] }
        : { whole: true, paths: [path] };
    }),
  );
  if (parts.every((part) => part.whole)) return { whole: true, paths: [folder] };
  return { whole: false, paths: parts.flatMap((part) => part.paths) };
}

async function holdsIdentity(path: string): Promise<boolean> {
  try {
    const { size } = await stat(path);
    return size <= LARGEST_KEY_FILE && IDENTITY.test(await readFile(path, 'utf8'));
  } catch {
    // An unreadable file is no concern of the evaluation: Nix will say so when a module wants it.
    return false;
  }
}
