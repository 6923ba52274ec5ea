import { all, success, type Result } from '../../core/result.ts';
import { rotateKey } from '../../sops/rekey.ts';
import type { RunOptions } from '../options.ts';
import { findSecretsProject, openStoreFile, underLock, writeStores } from './project.ts';
import { storePaths } from './store-paths.ts';

/**
 * Gives stores new data keys and so new ciphertexts; values and recipients stay. The next `gantry manifests` writes the
 * new digests into the lock file and no manifest. Gives the paths of the stores.
 *
 * @param chosen paths relative to the project; empty: every store of the project
 */
export async function rotateStores(
  chosen: readonly string[],
  options: RunOptions,
): Promise<Result<string[]>> {
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const paths = await storePaths(project.value, chosen);
  if (!paths.ok) return paths;
  return underLock(project.value, paths.value, async () => {
    const files = await Promise.all(
      paths.value.map(async (path) => {
        const opened = await openStoreFile(project.value, path);
        return opened.ok ? rotateKey(opened.value, options.now) : opened;
      }),
    );
    const rotated = all(files);
    if (!rotated.ok) return rotated;
    const written = await writeStores(project.value.root, rotated.value);
    return written.ok ? success(paths.value) : written;
  });
}
