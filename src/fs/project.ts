import { realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { errorCode } from './read.ts';

const PROJECT_FILE = 'gantry.nix';

/**
 * The project root, absolute and without symbolic links: `folder` itself when it is given, else the nearest
 * folder upwards from `start` that holds a gantry.nix. Code `use/no-project` when there is none.
 */
export async function findProject(start: string, folder?: string): Promise<Result<string>> {
  if (folder !== undefined) return projectAt(resolve(start, folder), folder);
  for (let candidate = resolve(start); ; candidate = dirname(candidate)) {
    if (await isFile(join(candidate, PROJECT_FILE))) return realFolder(candidate);
    if (candidate === dirname(candidate)) break;
  }
  return failure(
    errorAt('use/no-project', `no ${PROJECT_FILE} in ${resolve(start)} or any folder above it`, {
      help: 'run it inside a project, or name one with --project DIR',
    }),
  );
}

async function projectAt(path: string, given: string): Promise<Result<string>> {
  if (await isFile(join(path, PROJECT_FILE))) return realFolder(path);
  return failure(
    errorAt('use/no-project', `${given} holds no ${PROJECT_FILE}`, {
      help: 'name the folder of a gantry.nix with --project DIR',
    }),
  );
}

async function realFolder(path: string): Promise<Result<string>> {
  try {
    return success(await realpath(path));
  } catch (error) {
    return failure(errorAt('use/no-project', `${path} cannot be entered: ${errorCode(error)}`));
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
