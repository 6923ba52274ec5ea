import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { findFiles } from '../../fs/find.ts';
import { pathInProject, type SecretsProject } from './project.ts';

/** The chosen stores, or all that `settings.stores` matches. Code `secrets/no-store` when there is none. */
export async function storePaths(
  { root, settings }: Pick<SecretsProject, 'root' | 'settings'>,
  chosen: readonly string[],
): Promise<Result<string[]>> {
  if (chosen.length > 0)
    return success([...new Set(chosen.map((path) => pathInProject(root, path)))]);
  const found = await findFiles(root, settings.stores);
  if (!found.ok || found.value.length > 0) return found;
  return failure(
    errorAt('secrets/no-store', `no file matches settings.stores (${settings.stores.join(', ')})`, {
      help: 'make a store with `gantry secrets new`',
    }),
  );
}
