import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../fs/user-folders.ts';

const DAEMON_SOCKET = '/nix/var/nix/daemon-socket/socket';
const STORE_DATABASE = '/nix/var/nix/db';

/**
 * Arguments that choose the Nix store: none where the default store works (a daemon answers, or this user may write
 * its database), else an own store below the cache folder, which evaluates without root.
 */
export async function storeArguments(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  if (environment['NIX_REMOTE'] !== undefined && environment['NIX_REMOTE'] !== '') return [];
  const usable = await Promise.all([
    isPermitted(DAEMON_SOCKET, constants.W_OK),
    isPermitted(STORE_DATABASE, constants.W_OK),
  ]);
  if (usable.includes(true) || (await canCreateStore())) return [];
  const store = join(cacheFolder(environment), 'nix-store');
  await mkdir(store, { recursive: true, mode: 0o700 });
  return ['--store', store];
}

/** The folder that stands for `/` of the store in use: "" for the default store. */
export async function storeRootOf(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const [, store = ''] = await storeArguments(environment);
  return store;
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
