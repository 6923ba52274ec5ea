import { errorAt } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/near-miss.ts';
import { keyPath } from '../../core/reference.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { isTreeObject } from '../../core/tree.ts';
import { scalarText } from '../../references/scalar-text.ts';
import { lookUp } from '../../sops/open.ts';
import type { RunOptions } from '../options.ts';
import { chosenStore, findSecretsProject, openStoreFile } from './project.ts';

/** A value in the clear: the one thing that `gantry secrets get` is for. */
export interface ShownSecret {
  readonly store: string;
  readonly value: string;
}

/** Opens a store and gives one of its values. Codes `secrets/missing-key`, `secrets/no-scalar` and those of opening. */
export async function getSecret(
  { key, store }: { readonly key: string; readonly store?: string },
  options: RunOptions,
): Promise<Result<ShownSecret>> {
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const path = chosenStore(project.value, store);
  const opened = await openStoreFile(project.value, path);
  if (!opened.ok) return opened;
  const names = opened.value.source.keys().map((parts) => parts.join('/'));
  const found = lookUp(opened.value, keyPath(key));
  if (found === undefined) {
    const help = didYouMean(key, names) ?? '`gantry secrets ls` lists the keys';
    return failure(
      errorAt('secrets/missing-key', `${path} has no key ${key}`, { file: path, help }),
    );
  }
  const value = scalarText(found);
  if (value !== undefined) return success({ store: path, value });
  const below = names.filter((name) => name.startsWith(`${key}/`));
  const help = isTreeObject(found) ? { help: `name one of ${below.join(', ')}` } : {};
  return failure(
    errorAt('secrets/no-scalar', `${key} of ${path} is no single value`, { file: path, ...help }),
  );
}
