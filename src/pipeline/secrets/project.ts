import { dirname, join, relative, resolve } from 'node:path';
import type { Settings } from '../../bridge/project.ts';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { EncryptedFile } from '../../core/written-file.ts';

import { readText } from '../../fs/read.ts';
import { takeRunLock } from '../../fs/run-lock.ts';
import { removeLeftovers } from '../../fs/temporary.ts';
import { stageFiles } from '../../fs/write.ts';
import { parseEncrypted } from '../../sops/encrypted-file.ts';
import type { Identities } from '../../sops/identities.ts';
import { openSops, type OpenedFile } from '../../sops/open.ts';
import { evaluateSettings } from '../evaluate-project.ts';
import type { RunOptions } from '../options.ts';
import { projectRoot } from '../project-root.ts';
import { identitiesOnce } from '../prepare.ts';

/** A project as the commands on secret stores need it: no module is evaluated. */
export interface SecretsProject {
  /** Real path of the project root. */
  readonly root: string;
  readonly settings: Settings;
  readonly identities: () => Promise<Identities>;
  readonly options: RunOptions;
}

/** Finds the project and evaluates its settings. */
export async function findSecretsProject(options: RunOptions): Promise<Result<SecretsProject>> {
  const root = await projectRoot(options);
  if (!root.ok) return root;
  const settings = await evaluateSettings(root.value, options);
  if (!settings.ok) return settings;
  const identities = identitiesOnce(root.value, settings.value, options);
  return success({ root: root.value, settings: settings.value, identities, options });
}

/** The store a command means: the one it names, else that of `secretsFor` (settings.helpers.secretStore). */
export function chosenStore({ root, settings }: SecretsProject, store: string | undefined): string {
  return store === undefined ? settings.helpers.secretStore : pathInProject(root, store);
}

/** A path as rules and messages name it, however it was written: relative to the project root. */
export function pathInProject(root: string, path: string): string {
  return relative(root, resolve(root, path));
}

/** Opens a store whose MAC holds. `secrets/no-store` when there is none, `secrets/bad-mac` when it does not hold. */
export async function openStoreFile(
  { root, identities }: SecretsProject,
  path: string,
): Promise<Result<OpenedFile>> {
  const text = readText(join(root, path), path);
  if (!text.ok) return text;
  if (text.value === undefined) {
    return failure(
      errorAt('secrets/no-store', `${path} does not exist`, {
        file: path,
        help: 'name a store with --store, or make one with `gantry secrets new`',
      }),
    );
  }
  const parsed = parseEncrypted(text.value, path);
  if (!parsed.ok) return parsed;
  const opened = await openSops(parsed.value, await identities());
  if (!opened.ok || opened.value.macValid) return opened;
  return failure(
    errorAt('secrets/bad-mac', `${path} was changed by something else than SOPS`, { file: path }),
  );
}

/** Does work on a store under the run lock of the project, after removing what a killed run left beside it. */
export async function underLock<T>(
  { root, options }: SecretsProject,
  paths: readonly string[],
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const lock = await takeRunLock(root, options.environment);
  if (!lock.ok) return lock;
  try {
    for (const folder of new Set(paths.map((path) => dirname(join(root, path))))) {
      await removeLeftovers(folder, false);
    }
    return await work();
  } finally {
    await lock.value.release();
  }
}

/** Writes the files that differ from what is there, all or none, and gives their paths. */
export async function writeStores(
  root: string,
  files: readonly EncryptedFile[],
): Promise<Result<string[]>> {
  const changed: EncryptedFile[] = [];
  for (const file of files) {
    const present = readText(join(root, file.path), file.path);
    if (!present.ok) return present;
    if (present.value !== file.text) changed.push(file);
  }
  const staged = await stageFiles(root, changed);
  if (!staged.ok) return staged;
  const done = await staged.value.commit();
  return done.ok ? success(changed.map(({ path }) => path)) : done;
}
