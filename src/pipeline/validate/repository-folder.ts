import { posix } from 'node:path';
import type { Json } from '../../core/json.ts';
import { isFluxKustomization, resolvePath } from '../../validation/flux/tree.ts';
import { text } from '../../validation/graph/fields.ts';

interface Placed {
  readonly path: string;
  readonly objects: readonly Json[];
}

/**
 * The folder that stands for the root of the repository, where Kustomizations of Flux name paths that are not there from
 * the root on: people validate a copy, or a folder with the trees of several repositories. The outermost folder around such
 * a Kustomization in which its path is one; undefined when there is none, or no need for one.
 *
 * @param prefix the working folder in its repository
 */
export function repositoryFolder(files: readonly Placed[], prefix: string): string | undefined {
  const folders = new Set(files.flatMap(({ path }) => foldersAbove(path)));
  const wanted = files.flatMap(({ path, objects }) =>
    objects.filter(isFluxKustomization).map((object) => ({ path, target: targetOf(object) })),
  );
  const fromRoot = new Set([...folders].map((folder) => resolvePath(prefix, folder)));
  if (wanted.some(({ target }) => fromRoot.has(target))) return undefined;
  for (const { path, target } of wanted) {
    const found = foldersAbove(path).find((folder) => folders.has(posix.join(folder, target)));
    if (target !== '' && found !== undefined) return found;
  }
  return undefined;
}

function targetOf(object: Json): string {
  return resolvePath('', text(object, 'spec', 'path') ?? '') ?? '';
}

/** From the outermost on. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
