import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { keyPath } from '../../core/reference.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { removeValue } from '../../sops/edit-store.ts';
import type { RunOptions } from '../options.ts';
import {
  chosenStore,
  findSecretsProject,
  openStoreFile,
  underLock,
  writeStores,
} from './project.ts';
import { otherReaderBelow } from './used-elsewhere.ts';

interface RemoveRequest {
  readonly key: string;
  readonly store?: string;
  /** Whether a value goes that others read too. */
  readonly force?: boolean;
}

/**
 * Removes one value or subtree of a store; every other byte but MAC and time stays. Gives the path of the store. Code
 * `use/used-elsewhere` for what `settings.usedElsewhere` says others read, unless it is forced.
 */
export async function removeSecret(
  { key, store, force = false }: RemoveRequest,
  options: RunOptions,
): Promise<Result<string>> {
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const path = chosenStore(project.value, store);
  const { usedElsewhere } = project.value.settings;
  const place = { store: path, key: keyPath(key).join('/') };
  const reader = otherReaderBelow(usedElsewhere, place);
  if (reader !== undefined && !force) return failure(readElsewhere(place, reader));
  return underLock(project.value, [path], async () => {
    const opened = await openStoreFile(project.value, path);
    if (!opened.ok) return opened;
    const file = await removeValue(opened.value, keyPath(key), options.now);
    if (!file.ok) return file;
    const written = await writeStores(project.value.root, [file.value]);
    return written.ok ? success(path) : written;
  });
}

function readElsewhere({ store, key }: { store: string; key: string }, reader: string): Diagnostic {
  return errorAt('use/used-elsewhere', `${key} of ${store} is read elsewhere: ${reader}`, {
    file: store,
    help: 'settings.usedElsewhere says so; remove it all the same with --force',
  });
}
