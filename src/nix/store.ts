import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { errorCode } from '../fs/read.ts';
import { cacheFolder } from '../fs/user-folders.ts';
import type { Grants } from './grants.ts';
import type { EvaluationStore } from './isolation.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const DAEMON_SOCKET = '/nix/var/nix/daemon-socket/socket';
const STORE_DATABASE = '/nix/var/nix/db';

/**
 * The store in which the files of one project are evaluated: below the cache folder, readable by this user alone. What a
 * module copies while it is evaluated goes there and not into the machine's store, which everybody can read; and all that
 * a module can find there came out of this project. Code `config/cache-folder` where it cannot be made.
 *
 * @param purpose what it is for: the project root, or a word for an evaluation without a project
 */
export async function projectStore(
  environment: Environment,
  purpose: string,
): Promise<Result<EvaluationStore>> {
  const name = createHash('sha256').update(purpose).digest('hex').slice(0, 16);
  return ownStore(join(cacheFolder(environment), 'stores', name));
}

/**
 * The store for what has to be fetched or built: the machine's where this user can use it (a daemon answers, or its
 * database may be written), else one below the cache folder, which works without root.
 */
export async function sharedStore(environment: Environment): Promise<Result<EvaluationStore>> {
  const remote = environment['NIX_REMOTE'] ?? '';
  if (remote !== '') return success({ root: rootOf(remote), args: [] });
  const machine: EvaluationStore = { root: '', args: [] };
  const usable = await Promise.all([
    isPermitted(DAEMON_SOCKET, constants.W_OK),
    isPermitted(STORE_DATABASE, constants.W_OK),
  ]);
  if (usable.includes(true) || (await canCreateStore())) return success(machine);
  return ownStore(join(cacheFolder(environment), 'nix-store'));
}

/** The folder that a user's choice of store names: `/folder` or `local?root=/folder`; "" for a daemon. */
function rootOf(remote: string): string {
  if (isAbsolute(remote)) return remote;
  const [, query] = remote.split('?');
  return new URLSearchParams(query).get('root') ?? '';
}

/** The store that an evaluation copies into: a project's own, unless something is to be built in it. */
export function evaluationStore(
  environment: Environment,
  root: string,
  { build }: Grants,
): Promise<Result<EvaluationStore>> {
  return build ? sharedStore(environment) : projectStore(environment, root);
}

async function ownStore(folder: string): Promise<Result<EvaluationStore>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return failure(
      errorAt('config/cache-folder', `${folder} cannot be made: ${errorCode(error)}`, {
        help: 'Gantry evaluates in a store of its own there; set XDG_CACHE_HOME to a folder that can be written',
      }),
    );
  }
  return success({ root: folder, args: ['--store', folder] });
}

/** A fresh installation has no store yet; who may write the root folder creates it by the first command. */
async function canCreateStore(): Promise<boolean> {
  if (await isPermitted('/nix', constants.F_OK)) return isPermitted('/nix', constants.W_OK);
  return isPermitted('/', constants.W_OK);
}

async function isPermitted(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false;
  }
}
