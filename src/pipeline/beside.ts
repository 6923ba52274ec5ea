import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { success, type Result } from '../core/result.ts';
import { findFiles } from '../fs/find.ts';
import { readText } from '../fs/read.ts';
import type { KubernetesObject } from '../core/object.ts';
import type { Beside } from '../validation/flux/kustomizations.ts';
import { isKustomizationFile, type HandWrittenFile } from '../validation/flux/tree.ts';
import { readManifest } from '../yaml/read.ts';

interface Place {
  /** Real path of the project root. */
  readonly root: string;
  readonly manifestsDir: string;
  /** Paths of the files that modules make. */
  readonly outputs: ReadonlySet<string>;
}

/**
 * What stands in the tree beside the manifest files, such as `flux-system/`, as far as it is about Flux. Code
 * `config/unreadable` for a folder that cannot be read.
 */
export async function readBeside({ root, manifestsDir, outputs }: Place): Promise<Result<Beside>> {
  const globs = ['yaml', 'yml'].map((ending) => `${manifestsDir}/**/*.${ending}`);
  const paths = await findFiles(root, globs);
  if (!paths.ok) return paths;
  const handWritten = paths.value
    .filter((path) => !outputs.has(path.slice(manifestsDir.length + 1)))
    .flatMap((path) => read(root, path));
  return success({ handWritten, prefix: prefixInRepository(root) });
}

/** A file that cannot be read says nothing: it is not Gantry's. */
function read(root: string, path: string): HandWrittenFile[] {
  const text = readText(join(root, path), path);
  if (!text.ok || text.value === undefined) return [];
  if (!isKustomizationFile(path) && !/toolkit\.fluxcd\.io|\bkind: ConfigMap/.test(text.value))
    return [];
  const objects = readManifest(text.value, path);
  return objects.ok ? [{ path, objects: objects.value as KubernetesObject[] }] : [];
}

/** The path of a folder in its repository; empty outside of one. */
export function prefixInRepository(root: string): string {
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return relative(folder, root).split(sep).join('/');
  }
  return '';
}
