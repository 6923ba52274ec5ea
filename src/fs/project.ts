import { realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { errorCode } from './read.ts';

const PROJECT_FILE = 'gantry.nix';
const FLAKE_FILE = 'flake.nix';

/**
 * The project root, absolute and without symbolic links: `folder` itself when it is given, else the nearest
 * folder upwards from `start` that holds a gantry.nix. Code `use/no-project` when there is none.
 *
 * @param elsewhere whether something else than gantry.nix says what the project is; a flake.nix marks the root then too
 */
export async function findProject(
  start: string,
  folder?: string,
  elsewhere = false,
): Promise<Result<string>> {
  const markers = elsewhere ? [PROJECT_FILE, FLAKE_FILE] : [PROJECT_FILE];
  if (folder !== undefined) return projectAt(resolve(start, folder), folder, markers);
  for (let candidate = resolve(start); ; candidate = dirname(candidate)) {
    if (await holdsOneOf(candidate, markers)) return realFolder(candidate);
    if (candidate === dirname(candidate)) break;
  }
  return failure(
    errorAt('use/no-project', `no ${PROJECT_FILE} in ${resolve(start)} or any folder above it`, {
      help: 'run it inside a project, or name one with --project DIR',
    }),
  );
}

async function projectAt(
  path: string,
  given: string,
  markers: readonly string[],
): Promise<Result<string>> {
  if (await holdsOneOf(path, markers)) return realFolder(path);
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

async function holdsOneOf(folder: string, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(names.map((name) => isFile(join(folder, name))));
  return found.includes(true);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
