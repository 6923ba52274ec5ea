import type { Diagnostic } from '../../core/diagnostic.ts';
import { all, success, type Result } from '../../core/result.ts';
import { updateKeys, type UpdatedKeys } from '../../sops/update-keys.ts';
import { readCreationRules, type CreationRules } from '../creation-rules.ts';
import type { RunOptions } from '../options.ts';
import {
  findSecretsProject,
  openStoreFile,
  underLock,
  writeStores,
  type SecretsProject,
} from './project.ts';
import { storePaths } from './store-paths.ts';

/** What became, or would become, of a store. */
export interface UpdatedStore {
  readonly store: string;
  readonly changed: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface UpdateReport {
  readonly stores: readonly UpdatedStore[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Brings stores in line with their creation rules: recipients and selection. All or none are written.
 *
 * @param request stores, none meaning all of the project, and whether to write
 */
export async function updateStoreKeys(
  request: { readonly stores: readonly string[]; readonly dryRun: boolean },
  options: RunOptions,
): Promise<Result<UpdateReport>> {
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const paths = await storePaths(project.value, request.stores);
  if (!paths.ok) return paths;
  const rules = readCreationRules(
    project.value.root,
    project.value.settings.demo,
    project.value.settings.manifestsDir,
  );
  if (!rules.ok) return rules;
  const work = async (): Promise<Result<UpdateReport>> => {
    const updates = all(
      await Promise.all(paths.value.map((path) => update(project.value, rules.value, path))),
    );
    if (!updates.ok) return updates;
    if (!request.dryRun) {
      const files = updates.value.map(({ file }) => file);
      const written = await writeStores(project.value.root, files);
      if (!written.ok) return written;
    }
    return success(report(updates.value));
  };
  return request.dryRun ? work() : underLock(project.value, paths.value, work);
}

type Update = UpdatedKeys & { readonly changed: boolean };

async function update(
  project: SecretsProject,
  rules: CreationRules,
  path: string,
): Promise<Result<Update>> {
  const rule = rules.ruleFor(path);
  if (!rule.ok) return rule;
  const opened = await openStoreFile(project, path);
  if (!opened.ok) return opened;
  const updated = await updateKeys(opened.value, rule.value, project.options.now);
  if (!updated.ok) return updated;
  const changed = updated.value.file.text !== opened.value.source.text;
  return success({ ...updated.value, changed });
}

function report(updates: readonly Update[]): UpdateReport {
  return {
    stores: updates.map(({ file, changed, added, removed }) => ({
      store: file.path,
      changed,
      added,
      removed,
    })),
    diagnostics: updates.flatMap(({ notes }) => notes),
  };
}
