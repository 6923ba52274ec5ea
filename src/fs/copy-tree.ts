import { chmod, copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { errorCode } from './read.ts';

const WRITABLE = 0o644;

/**
 * Copies the files below `source` into `target`, and gives the paths of those that were not there. A file that is
 * there with another content stops everything before the first is written: code `write/exists`, one finding for each.
 */
export async function copyTree(source: string, target: string): Promise<Result<string[]>> {
  const paths = await filesBelow(source);
  const states = await Promise.all(
    paths.map((path) => compare(join(source, path), join(target, path))),
  );
  const taken = paths.filter((_path, index) => states[index] === 'other').map(exists);
  if (taken.length > 0) return failure(...taken);
  const added = paths.filter((_path, index) => states[index] === 'absent');
  try {
    for (const path of added) await copy(join(source, path), join(target, path));
  } catch (error) {
    return failure(errorAt('write/failed', `${target} cannot be written: ${errorCode(error)}`));
  }
  return success(added);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function compare(source: string, target: string): Promise<'absent' | 'same' | 'other'> {
  try {
    const [wanted, present] = await Promise.all([readFile(source), readFile(target)]);
    return wanted.equals(present) ? 'same' : 'other';
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'absent' : 'other';
  }
}

/** Files of a Nix store are read-only; the copies are not. `nix flake init` keeps no mode either. */
async function copy(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await copyFile(source, target);
  await chmod(target, WRITABLE);
}

function exists(path: string): Diagnostic {
  return errorAt('write/exists', `${path} is there already and says something else`, {
    file: path,
    help: 'move it away, or name another folder',
  });
}
