import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import { isJsonObject, type Json } from '../core/json.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import type { KubernetesObject } from '../core/object.ts';
import type { Path } from '../core/pointer.ts';
import { all, failure, success, type Result } from '../core/result.ts';
import { publicFile, type PublicFile } from '../core/written-file.ts';
import { errorCode } from '../fs/read.ts';
import { stageFiles } from '../fs/write.ts';
import { selectsPath, type CreationRule } from '../sops/creation-rules.ts';
import { printManifest } from '../yaml/print.ts';
import { readCreationRules } from './creation-rules.ts';
import type { Generated } from './gmanifests.ts';

interface Export {
  readonly folder: string;
  /** Write files that would be encrypted too, with `[sealed]` at encrypted paths. */
  readonly withSealed: boolean;
  readonly cwd: string;
}

/**
 * Writes the YAML of a bundle, placeholders intact, into a folder outside the tree, and gives the number of files.
 * A folder inside the tree is refused (`use/out-in-tree`): what stands there is encrypted or checked.
 */
export async function exportManifests(
  generated: Generated,
  target: Export,
): Promise<Result<number>> {
  const { root, settings } = generated;
  const folder = resolve(target.cwd, target.folder);
  const tree = join(root, settings.manifestsDir);
  if (folder === tree || folder.startsWith(tree + sep)) {
    return failure(
      errorAt('use/out-in-tree', `${target.folder} lies inside the tree`, {
        help: 'name a folder elsewhere',
      }),
    );
  }
  const files = exportedFiles(generated, target.withSealed);
  if (!files.ok) return files;
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return failure(errorAt('write/failed', `${target.folder} cannot be made: ${errorCode(error)}`));
  }
  const staged = await stageFiles(await realpath(folder), files.value);
  if (!staged.ok) return staged;
  const done = await staged.value.commit();
  return done.ok ? success(files.value.length) : done;
}

function exportedFiles(
  { root, settings, files }: Generated,
  withSealed: boolean,
): Result<PublicFile[]> {
  const clear = files
    .filter(({ encrypt }) => !encrypt)
    .map((file) => success(exported(file, file.objects)));
  if (!withSealed) return all(clear);
  const rules = readCreationRules(root, settings.demo, settings.manifestsDir);
  if (!rules.ok) return rules;
  const masked = files
    .filter(({ encrypt }) => encrypt)
    .map((file): Result<PublicFile> => {
      const rule = rules.value.ruleFor(file.path);
      return rule.ok ? success(exported(file, maskObjects(file, rule.value))) : rule;
    });
  return all([...clear, ...masked]);
}

function exported(file: ManifestFile, objects: readonly KubernetesObject[]): PublicFile {
  return publicFile(file.output, printManifest(objects));
}

function maskObjects(file: ManifestFile, rule: CreationRule): KubernetesObject[] {
  return file.objects.map((object) => mask(object, [], rule) as KubernetesObject);
}

function mask(value: Json, path: Path, rule: CreationRule): Json {
  if (Array.isArray(value)) return value.map((item, index) => mask(item, [...path, index], rule));
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, mask(item, [...path, key], rule)]),
    );
  }
  const isSealed = value !== null && value !== '' && selectsPath(rule.selection, path);
  return isSealed ? '[sealed]' : value;
}
