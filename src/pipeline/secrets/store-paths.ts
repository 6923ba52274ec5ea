import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { findFiles } from '../../fs/find.ts';
import type { SecretsProject } from './project.ts';

/** The chosen stores, or all that `settings.stores` matches. Code `secrets/no-store` when there is none. */
export async function storePaths(
  { root, settings }: Pick<SecretsProject, 'root' | 'settings'>,
  chosen: readonly string[],
): Promise<Result<string[]>> {
  if (chosen.length > 0) return success([...new Set(chosen)]);
  const found = await Promise.all(settings.stores.map((glob) => findFiles(root, glob)));
  const paths = [...new Set(found.flat())].sort();
  if (paths.length > 0) return success(paths);
  return failure(
    errorAt('secrets/no-store', `no file matches settings.stores (${settings.stores.join(', ')})`, {
      help: 'make a store with `gantry secrets new`',
    }),
  );
}
