import { keyPath } from '../../core/reference.ts';
import { success, type Result } from '../../core/result.ts';
import { removeValue } from '../../sops/edit-store.ts';
import type { RunOptions } from '../options.ts';
import {
  chosenStore,
  findSecretsProject,
  openStoreFile,
  underLock,
  writeStores,
} from './project.ts';

/** Removes one value or subtree of a store; every other byte but MAC and time stays. Gives the path of the store. */
export async function removeSecret(
  { key, store }: { readonly key: string; readonly store?: string },
  options: RunOptions,
): Promise<Result<string>> {
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const path = chosenStore(project.value, store);
  return underLock(project.value, [path], async () => {
    const opened = await openStoreFile(project.value, path);
    if (!opened.ok) return opened;
    const file = await removeValue(opened.value, keyPath(key), options.now);
    if (!file.ok) return file;
    const written = await writeStores(project.value.root, [file.value]);
    return written.ok ? success(path) : written;
  });
}
