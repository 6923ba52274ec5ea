import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { errorCode } from '../fs/read.ts';
import { cacheFolder } from '../fs/user-folders.ts';
import { libraryFolder } from './library.ts';
import { narHash } from './nar.ts';

/** Gantry's nix/ and generated/ alone in a folder, with the hash by which a pure evaluation may read it. */
export interface StagedLibrary {
  readonly folder: string;
  readonly narHash: string;
}

/**
 * Copies what Gantry is for Nix below the cache folder: a pure evaluation reads nothing but what it knows the hash of, and
 * the folder of the program holds much more. The copy is named by its hash and stays; one that somebody changed does not
 * have the hash any more, and Nix refuses it. Code `config/cache-folder` where nothing can be written.
 */
export async function stageLibrary(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<StagedLibrary>> {
  const base = join(cacheFolder(environment), 'library');
  try {
    await mkdir(base, { recursive: true, mode: 0o700 });
    const made = await mkdtemp(join(base, '.new-'));
    try {
      for (const name of ['nix', 'generated'])
        await cp(join(libraryFolder(), name), join(made, name), { recursive: true });
      const hash = await narHash(made);
      const folder = join(base, Buffer.from(hash.slice(7), 'base64').toString('hex'));
      await rename(made, folder).catch(unlessThere);
      return success({ folder, narHash: hash });
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  } catch (error) {
    return failure(
      errorAt('config/cache-folder', `${base} cannot be written: ${errorCode(error)}`, {
        help: 'set XDG_CACHE_HOME to a folder that can be written',
      }),
    );
  }
}

/** The same files are there already, from an earlier run or one beside this one. */
function unlessThere(error: unknown): void {
  if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error;
}
